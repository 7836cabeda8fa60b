namespace CnnVis.Core.Training.Data;

/// <summary>
/// CIFAR-10 from its six original binary files. They have a record for each picture: its class in one byte, and its red,
/// green and blue values row by row.
/// </summary>
/// <param name="folder">Where they lie.</param>
/// <param name="info">How many pictures there are, and how large; each file has as many as are read in one piece.</param>
internal sealed class CifarData(string folder, DataSetInfo info) : DataSet(info)
{
    private const string TestFile = "test_batch.bin";

    /// <summary>The names of its files.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Enumerable.Range(0, 5).Select(TrainingFile), TestFile];

    /// <summary>Whether a folder holds all of it.</summary>
    public static bool IsIn(string folder) => Files.All(name => File.Exists(Path.Combine(folder, name)));

    /// <inheritdoc/>
    protected override PictureLoad OpenTest() => Open(Info.Test, _ => TestFile);

    /// <inheritdoc/>
    protected override PictureLoad OpenTraining(int count) => Open(count, TrainingFile);

    private static string TrainingFile(int number) => $"data_batch_{number + 1}.bin";

    private PictureLoad Open(int all, Func<int, string> file) =>
        new(new LabelledPictures(all, 3, Info.Side), Info.Piece, (pictures, first, count) =>
            DataFile.Read(Path.Combine(folder, file(first / Info.Piece)), content => Read(content, pictures, first, count)));

    private void Read(Stream content, LabelledPictures pictures, int first, int count)
    {
        var size = (long)Info.Piece * (1 + pictures.Length);
        DataFile.RefuseIf(content.Length != size, $"it has {content.Length} bytes instead of {size}");
        for (var i = first; i < first + count; i++)
        {
            var label = content.ReadByte();
            DataFile.RefuseIf(label >= Info.Classes.Count, $"the label of its picture {i - first} is {label}, but there are only 0 to {Info.Classes.Count - 1}");
            pictures.Classes[i] = (byte)label;
            content.ReadExactly(pictures[i]);
        }
    }
}
