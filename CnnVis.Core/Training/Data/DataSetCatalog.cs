namespace CnnVis.Core.Training.Data;

/// <summary>Where data sets are found.</summary>
public sealed class DataSetCatalog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DataSet> _open = new() { [DataSetInfo.Shapes.Id] = new ShapeData() };

    /// <param name="folders">Folders that may hold data sets, each in a folder named by its id; the first that has one gives it.</param>
    public DataSetCatalog(params IReadOnlyList<string> folders) => Folders = folders;

    /// <summary>Folders that may hold data sets.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>A sentence on how to get a data set that is not here, or null for one that is.</summary>
    /// <exception cref="UnknownThingException">There is no such data set.</exception>
    public string? Missing(string id)
    {
        var info = DataSetInfo.Find(id);
        return info == DataSetInfo.Shapes || FolderOf(info) is not null ? null
            : info == DataSetInfo.FashionMnist
                ? "Fashion-MNIST is not here: install Debian's package dataset-fashion-mnist, or put its four original files into a folder fashion-mnist where data sets lie."
                : "CIFAR-10 is not here: put the six .bin files of cifar-10-binary.tar.gz into a folder cifar-10 where data sets lie.";
    }

    /// <summary>A data set that is here.</summary>
    /// <exception cref="UnknownThingException">There is no such data set.</exception>
    /// <exception cref="MissingDataException">Its files are not here; the sentence says how to get them.</exception>
    public DataSet Open(string id)
    {
        if (Missing(id) is { } sentence)
        {
            throw new MissingDataException(sentence);
        }

        lock (_lock)
        {
            return _open.TryGetValue(id, out var data) ? data : _open[id] = Read(DataSetInfo.Find(id));
        }
    }

    private DataSet Read(DataSetInfo info) =>
        info == DataSetInfo.FashionMnist ? new FashionData(FolderOf(info)!, info) : new CifarData(FolderOf(info)!, info);

    private string? FolderOf(DataSetInfo info) =>
        Folders.Select(folder => Path.Combine(folder, info.Id)).FirstOrDefault(info == DataSetInfo.FashionMnist ? FashionData.IsIn : CifarData.IsIn);
}
