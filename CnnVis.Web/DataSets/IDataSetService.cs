using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Data;

namespace CnnVis.Web.DataSets;

/// <summary>
/// The only door to the data sets that networks learn from. Every method that takes an id throws
/// <see cref="UnknownThingException"/> for one that does not exist.
/// </summary>
public interface IDataSetService
{
    /// <summary>All data sets, those that are not here too, as they stand now.</summary>
    IReadOnlyList<DataSetDescription> Describe();

    /// <summary>A test picture with what it shows.</summary>
    /// <param name="index">From 0 to <see cref="DataSetInfo.Test"/> and <see cref="DataSetInfo.Scenes"/> together less one.</param>
    /// <exception cref="CnnVisException">The data set is not here or damaged, or there is no such picture.</exception>
    Task<TestPicture> ShowAsync(string id, int index);

    /// <summary>
    /// Begins to fetch a data set from where it is published, if that can be done and is not being done already; how it
    /// goes on is told by <see cref="Describe"/>.
    /// </summary>
    /// <exception cref="CnnVisException">It cannot be fetched, or there is no folder to keep it.</exception>
    void Fetch(string id);
}

/// <summary>How a data set stands.</summary>
/// <param name="Info">What is known about it.</param>
/// <param name="Missing">A sentence on how to get it, or null where it is here.</param>
/// <param name="CanFetch">Whether <see cref="IDataSetService.Fetch"/> may be asked for it.</param>
/// <param name="Fetching">The share that has come, 0 to 1, while it is being fetched; null otherwise.</param>
/// <param name="Problem">A sentence on why it could not be fetched the last time; null where nothing went wrong.</param>
public sealed record DataSetDescription(DataSetInfo Info, string? Missing, bool CanFetch, double? Fetching, string? Problem);

/// <summary>A test picture with what it shows.</summary>
/// <param name="Classes">The class, or the two of a scene.</param>
public sealed record TestPicture(Picture Picture, IReadOnlyList<int> Classes);
