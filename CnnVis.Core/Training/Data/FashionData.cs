namespace CnnVis.Core.Training.Data;

/// <summary>Fashion-MNIST from its four original files, compressed or not.</summary>
/// <param name="folder">Where they lie.</param>
/// <param name="info">How many pictures there are, and how large.</param>
internal sealed class FashionData(string folder, DataSetInfo info) : DataSet(info)
{
    private static readonly string[] Files =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>Whether a folder holds all of it.</summary>
    public static bool IsIn(string folder) => Files.All(name => Find(folder, name) is not null);

    /// <inheritdoc/>
    protected override PictureLoad OpenTest() => Open(Files[2], Files[3], Info.Test, Info.Test);

    /// <inheritdoc/>
    protected override PictureLoad OpenTraining(int count) => Open(Files[0], Files[1], Info.Training, count);

    // At one go: what is compressed cannot be begun in its middle, and all of it takes less than a second.
    private PictureLoad Open(string images, string labels, int all, int count) =>
        new(new LabelledPictures(count, 1, Info.Side), count, (pictures, _, _) =>
        {
            IdxFile.Read(PathOf(images), pictures.Pixels, byte.MaxValue, all, Info.Side, Info.Side);
            IdxFile.Read(PathOf(labels), pictures.Classes, (byte)(Info.Classes.Count - 1), all);
        });

    private string PathOf(string name) => Find(folder, name)
        ?? throw new MissingDataException($"The file \"{name}\" of {Info.Title} is not there any more: put it back.");

    private static string? Find(string folder, string name) =>
        new[] { name, $"{name}.gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
}
