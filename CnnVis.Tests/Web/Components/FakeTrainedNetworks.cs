using CnnVis.Core.Networks;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Tests.Web.Components;

/// <summary>Networks that were trained here, as far as the test says.</summary>
internal sealed class FakeTrainedNetworks : ITrainedNetworks
{
    public Dictionary<string, TrainedNetwork> Known { get; } = [];

    public TrainedNetwork? Find(string id) => Known.GetValueOrDefault(id);
}
