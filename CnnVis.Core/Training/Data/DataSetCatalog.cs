namespace CnnVis.Core.Training.Data;

/// <summary>Where data sets are found.</summary>
public sealed class DataSetCatalog
{
    private readonly ShapeData _shapes = new();

    /// <param name="folders">Folders that may hold data sets, each in a folder named by its id; the first that has one gives it.</param>
    public DataSetCatalog(params IReadOnlyList<string> folders) => Folders = folders;

    /// <summary>Folders that may hold data sets.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>A sentence on how to get a data set that is not here, or null for one that is.</summary>
    /// <exception cref="UnknownThingException">There is no such data set.</exception>
    public string? Missing(string id) => DataSetInfo.Find(id) == DataSetInfo.Shapes ? null
        : $"{DataSetInfo.Find(id).Title} is not in any of the {Folders.Count} folders of data sets.";

    /// <summary>A data set that is here.</summary>
    /// <exception cref="UnknownThingException">There is no such data set.</exception>
    /// <exception cref="MissingDataException">Its files are not here; the sentence says how to get them.</exception>
    public DataSet Open(string id) => Missing(id) is { } sentence ? throw new MissingDataException(sentence) : _shapes;
}
