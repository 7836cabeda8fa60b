using CnnVis.Core.Networks;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Storage;

namespace CnnVis.Web.Runs;

/// <summary>The networks that were trained here, as they were at the ends of epochs.</summary>
internal sealed class KeptNetworks(RunRegistry registry, RunStore store) : ITrainedNetworks
{
    /// <inheritdoc/>
    public TrainedNetwork? Find(string id) => TrainedNetwork.Read(id) is { } name
        ? registry.Find(name.Run)?.NetworkOf(name.Epoch) ?? store.Network(name.Run, name.Epoch)
        : null;
}
