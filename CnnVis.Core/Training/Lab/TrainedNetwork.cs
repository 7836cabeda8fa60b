using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>A network as it was at the end of an epoch, in managed memory.</summary>
/// <param name="Options">What was asked for: they decide the network's layers and classes.</param>
/// <param name="Epoch">Epochs done; 0 is the untrained network.</param>
/// <param name="Weights">All weights by full name, batch normalisation's statistics among them.</param>
public sealed record TrainedNetwork(GapLabOptions Options, int Epoch, IReadOnlyDictionary<string, FloatArray> Weights)
{
    private const string Prefix = "lab-";

    /// <summary>The id by which other techniques know the network of a run at the end of an epoch.</summary>
    public static string IdOf(string run, int epoch) => $"{Prefix}{run}-{epoch}";

    /// <summary>The run and the epoch of such an id, or null for any other id.</summary>
    public static (string Run, int Epoch)? Read(string id) =>
        id.Split('-') is ["lab", { Length: > 0 } run, var epoch] && int.TryParse(epoch, out var number) && IdOf(run, number) == id
            ? (run, number)
            : null;

    /// <summary>What there is to know about it.</summary>
    /// <param name="id">The id it is to have.</param>
    public NetworkInfo Describe(string id)
    {
        var info = LabNetwork.Of(Options).Describe([]);
        return info with { Id = id, Title = $"{info.Title}, epoch {Epoch}" };
    }

    /// <summary>The network, ready to run; it is the caller's.</summary>
    /// <inheritdoc cref="Describe"/>
    public Network Load(string id) => new(Describe(id), LabNetwork.Of(Options).Preprocessing, new TensorSet(Weights.ToDictionary(
        entry => entry.Key,
        entry => tensor(entry.Value.Values, [.. entry.Value.Shape]).DetachFromDisposeScope())));
}
