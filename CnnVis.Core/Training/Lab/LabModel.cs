using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapLab;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>A network that learns. Owns its tensors: dispose it.</summary>
internal sealed class LabModel : IDisposable
{
    private readonly Architecture _architecture;
    private readonly Dictionary<string, Tensor> _tensors;

    /// <param name="options">What network, and in whose manner it begins.</param>
    /// <param name="seed">Decides the first weights.</param>
    public LabModel(GapLabOptions options, long seed)
    {
        _architecture = LabNetwork.Of(options);
        using var random = new Generator((ulong)seed);
        var range = options.Manner == NetworkManner.Keras ? FirstRange.Glorot : FirstRange.He;
        _tensors = WeightInitialization.For(_architecture.Graph, random, range);
        string[] learnt = [.. _tensors.Keys.Where(name => _tensors[name].requires_grad)];
        var first = learnt.Select(name => _tensors[name]).ToList();
        Learnt = new ParameterVector(first);
        first.ForEach(parameter => parameter.Dispose());
        foreach (var (name, part) in learnt.Zip(Learnt.Parts))
        {
            _tensors[name] = part;
        }
    }

    /// <summary>What the optimiser changes.</summary>
    public ParameterVector Learnt { get; }

    /// <summary>What batch normalisation counts along, by full name.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Statistics => _tensors.Where(entry => !entry.Value.requires_grad);

    /// <summary>Class maps, [batch, classes, h, w], and their means, the logits, in the caller's dispose scope.</summary>
    /// <param name="images">[batch, 3, side, side] in 0..1, red first.</param>
    public (Tensor Maps, Tensor Logits) Look(Tensor images, ExecutionRules rules)
    {
        using var scope = NewDisposeScope();
        var input = ChannelsLast(_architecture.Preprocessing.Normalize(images));
        var layers = GraphExecutor.Run(_architecture.Graph, _tensors, input, [LabNetwork.Maps, "logits"], rules);
        return (layers[LabNetwork.Maps].MoveToOuterDisposeScope(), layers["logits"].MoveToOuterDisposeScope());
    }

    // The same tensor with the channels of a pixel side by side in memory, and so all that is computed of it: small
    // convolutions take up to half the time that way (lab-speed of tools/CnnVis.Benchmarks).
    private static Tensor ChannelsLast(Tensor images) => images.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    /// <summary>A copy of all weights in managed memory, by full name.</summary>
    public IReadOnlyDictionary<string, FloatArray> Copy() =>
        _tensors.ToDictionary(entry => entry.Key, entry => PictureTensors.ToFloatArray(entry.Value));

    /// <summary>Takes such weights over.</summary>
    public void Recall(IReadOnlyDictionary<string, FloatArray> weights)
    {
        using var frozen = no_grad();
        foreach (var (name, values) in weights)
        {
            PictureTensors.Fill(_tensors[name], values);
        }
    }

    public void Dispose()
    {
        foreach (var (_, tensor) in Statistics.ToList())
        {
            tensor.Dispose();
        }

        Learnt.Dispose();
    }
}
