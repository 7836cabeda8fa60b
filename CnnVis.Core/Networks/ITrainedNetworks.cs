using CnnVis.Core.Training.Lab;

namespace CnnVis.Core.Networks;

/// <summary>Where networks are found that were trained here.</summary>
public interface ITrainedNetworks
{
    /// <summary>The network of this id (see <see cref="TrainedNetwork.IdOf"/>), or null where there is none, or none any more.</summary>
    TrainedNetwork? Find(string id);
}
