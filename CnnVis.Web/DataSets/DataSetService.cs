using CnnVis.Core;
using CnnVis.Core.Training.Data;

namespace CnnVis.Web.DataSets;

/// <inheritdoc/>
internal sealed class DataSetService(DataSetCatalog catalog, CifarFetcher fetcher) : IDataSetService
{
    public IReadOnlyList<DataSetDescription> Describe() => [.. DataSetInfo.All.Select(Describe)];

    public Task<TestPicture> ShowAsync(string id, int index)
    {
        var data = catalog.Open(id);
        return index >= 0 && index < data.Info.Test + data.Info.Scenes
            ? Task.Run(() => new TestPicture(data.Show(index), data.ClassesOf(index)))
            : throw new UnknownThingException("test-picture", $"{index}", $"{data.Info.Title} has 0 to {data.Info.Test + data.Info.Scenes - 1}.");
    }

    public void Fetch(string id)
    {
        if (catalog.Missing(id) is not { } sentence)
        {
            return;
        }

        if (id != DataSetInfo.Cifar10.Id || !fetcher.CanFetch)
        {
            throw new MissingDataException(sentence);
        }

        fetcher.Start();
    }

    private DataSetDescription Describe(DataSetInfo info)
    {
        var missing = catalog.Missing(info.Id);
        return missing is not null && info == DataSetInfo.Cifar10
            ? new DataSetDescription(info, missing, fetcher.CanFetch, fetcher.Share, fetcher.Problem)
            : new DataSetDescription(info, missing, false, null, null);
    }
}
