using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>One tensor as a safetensors header describes it.</summary>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, ScalarType Type, long[] Shape, long Begin, long End)
{
    /// <summary>Holds the entry to its own figures.</summary>
    public void Check()
    {
        var what = $"the tensor {Wording.Quoted(Name)}";
        Refuse.If(Begin < 0 || End < Begin, $"{what} has impossible data offsets");
        var size = TensorShape.Count(Shape, what) * ElementSize.Of(Type);
        Refuse.If(End - Begin != size, $"{what} needs {size} bytes by its shape and has {End - Begin}");
    }
}
