using CnnVis.Core;
using CnnVis.Core.Training.Data;

namespace CnnVis.Web.DataSets;

/// <inheritdoc/>
internal sealed class DataSetService(DataSetCatalog catalog) : IDataSetService
{
    public IReadOnlyList<DataSetDescription> Describe() =>
        [.. DataSetInfo.All.Select(info => new DataSetDescription(info, catalog.Missing(info.Id), false, null, null))];

    public Task<TestPicture> ShowAsync(string id, int index)
    {
        var data = catalog.Open(id);
        return index >= 0 && index < data.Info.Test + data.Info.Scenes
            ? Task.Run(() => new TestPicture(data.Show(index), data.ClassesOf(index)))
            : throw new UnknownThingException("test-picture", $"{index}", $"{data.Info.Title} has 0 to {data.Info.Test + data.Info.Scenes - 1}.");
    }

    public void Fetch(string id) =>
        throw new MissingDataException(catalog.Missing(id) ?? $"{DataSetInfo.Find(id).Title} is here already.");
}
