using CnnVis.Core.Training;
using CnnVis.Core.Training.Lab;
using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Core.Networks;

/// <summary>
/// A network that has forgotten what it learnt from one of its layers on: the sanity check for maps, which must change
/// with it if they tell of what was learnt (Adebayo et al. 2018, arXiv 1810.03292: cascading randomisation). As there,
/// weights are initialised anew and not only disturbed: those of convolutions and linear layers as training here begins
/// (He et al. 2015, arXiv 1502.01852), biases 0, normalisations the identity.
/// </summary>
/// <param name="Trained">The id of the network as it was trained.</param>
/// <param name="Layer">The first layer that has forgotten; all after it in forward order have, too.</param>
public sealed record RandomizedNetwork(string Trained, string Layer)
{
    private const string Word = "-random-";

    // Together with a node's place it decides the node's weights, so that a layer forgets into the same weights
    // wherever the forgetting begins.
    private const ulong Seed = 1810_03292;

    /// <summary>The id in specs and links, such as <c>builtin-random-conv5</c>.</summary>
    public string Id => $"{Trained}{Word}{Layer}";

    /// <summary>The network and the layer of such an id, or null for any other id.</summary>
    public static RandomizedNetwork? Read(string id) =>
        TrainedNetwork.Read(id) is null && id.Split(Word, 2) is [{ Length: > 0 } trained, { Length: > 0 } layer] ? new(trained, layer) : null;

    /// <summary>What is known about a network, be it as it was trained or one that has forgotten.</summary>
    /// <param name="id">The network's id.</param>
    /// <param name="known">What is known about a network as it was trained, or null.</param>
    /// <returns>Null where the network, as it was trained, is not known.</returns>
    /// <exception cref="UnknownThingException">The network is known, but has no such layer.</exception>
    /// <exception cref="UnsuitableNetworkException">From that layer on there is nothing to forget.</exception>
    public static NetworkInfo? Find(string id, Func<string, NetworkInfo?> known) =>
        known(id) ?? (Read(id) is { } random && known(random.Trained) is { } trained ? random.Describe(trained) : null);

    /// <summary>The layers from which on a network can forget, each more than those after it: where it has learnt filters.</summary>
    public static IEnumerable<Layer> LayersOf(NetworkInfo network) => network.Layers.Where(layer => HasFilters(network.Graph, layer.Id));

    /// <summary>What there is to know about it.</summary>
    /// <param name="trained">The network as it was trained.</param>
    /// <exception cref="UnknownThingException">The network has no such layer.</exception>
    /// <exception cref="UnsuitableNetworkException">From that layer on there is nothing to forget.</exception>
    public NetworkInfo Describe(NetworkInfo trained)
    {
        var first = trained.Graph.PositionOf(trained.Layer(Layer).Id);
        var last = LayersOf(trained).Last().Id;
        return trained.Graph.PositionOf(last) >= first
            ? trained with { Id = Id, Title = $"{trained.Title}, random from {Layer} on", Trained = trained }
            : throw new UnsuitableNetworkException($"Nothing is learnt from {Layer} on: let {trained.Title} forget from {last} on, or earlier.");
    }

    /// <summary>The network, ready to run; it is the caller's. What it has not forgotten shares its memory with the trained one.</summary>
    /// <param name="trained">The network as it was trained; it may end before.</param>
    /// <inheritdoc cref="Describe"/>
    public Network Load(Network trained)
    {
        var info = Describe(trained.Info);
        var first = info.Graph.PositionOf(Layer);
        return new Network(info, trained.Preprocessing, new TensorSet(trained.Parameters.ToDictionary(
            entry => entry.Key,
            entry => PositionOf(entry.Key) is var place && place < first ? entry.Value.alias().DetachFromDisposeScope() : Anew(entry.Key, entry.Value, place))));

        int PositionOf(string tensor) => info.Graph.PositionOf(tensor[..tensor.LastIndexOf('.')]);
    }

    private static Tensor Anew(string name, Tensor learnt, int place)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(Seed + (ulong)place);
        return WeightInitialization.Values(name, learnt.shape, random).to(learnt.dtype).DetachFromDisposeScope();
    }

    private static bool HasFilters(NetworkGraph graph, string layer) =>
        graph.ParameterShapes.TryGetValue($"{layer}.weight", out var shape) && shape.Length > 1;
}
