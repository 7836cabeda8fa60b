namespace CnnVis.Core.Weights;

internal static class SafetensorsReader
{
    /// <summary>Reads all tensors, one after the other, as the file holds them.</summary>
    public static TensorSet Read(Stream file)
    {
        using var tensors = new TensorSetBuilder();
        foreach (var entry in SafetensorsHeader.Read(file))
        {
            tensors.Add(entry.Name, RawTensor.Read(file, entry.Type, entry.Shape));
        }
        return tensors.Build();
    }
}
