using CnnVis.Core.Training.Data;
using CnnVis.Web.DataSets;

namespace CnnVis.Tests.Web.Components;

/// <summary>All data sets are here but those the test says are missing.</summary>
internal sealed class FakeDataSetService : IDataSetService
{
    public Dictionary<string, DataSetDescription> Missing { get; } = [];

    public List<string> Fetched { get; } = [];

    public static DataSetDescription Gone(DataSetInfo info) => new(info, $"{info.Title} is not here: install it.", CanFetch: true, null, null);

    public IReadOnlyList<DataSetDescription> Describe() =>
        [.. DataSetInfo.All.Select(info => Missing.GetValueOrDefault(info.Id) ?? new DataSetDescription(info, null, false, null, null))];

    public Task<TestPicture> ShowAsync(string id, int index) =>
        Task.FromResult(new TestPicture(Support.Pictures.Soft(4, 4), [index % 10]));

    public void Fetch(string id) => Fetched.Add(id);
}
