using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// Trains a network of the lab with Adam on the cross-entropy, batch by batch. The order of an epoch's pictures and what
/// is changed in a batch follow from the seed and their numbers, so a training that is continued from a checkpoint equals
/// one that never stopped.
/// </summary>
internal sealed class LabTrainer : IDisposable
{
    private readonly GapLabOptions _options;
    private readonly BatchMaker _maker;
    private readonly long _seed;
    private readonly int _batches;
    private readonly AdamMoments _moments;
    private readonly int[] _order;
    private int _shuffled;

    public LabTrainer(GapLabOptions options, LabModel model, LabelledPictures pictures, bool mirrors, long seed)
    {
        (_options, Model, _seed) = (options, model, seed);
        _maker = options.Augment ? new BatchMaker(pictures, pictures.Side / 10, mirrors) : new BatchMaker(pictures);
        _batches = LabPlan.Of(options).Batches;
        _moments = new AdamMoments(model.Learnt.Values.numel(), options.Manner == NetworkManner.Keras ? 1e-7 : 1e-8);
        _order = [.. Enumerable.Range(0, pictures.Count)];
    }

    /// <summary>The network that learns; it stays the caller's.</summary>
    public LabModel Model { get; }

    /// <summary>Batches done.</summary>
    public int Done => _moments.Steps;

    /// <summary>Learns the next batch.</summary>
    /// <returns>Its mean cross-entropy and the share of its pictures whose class was found, before the step.</returns>
    public (double Loss, double Accuracy) Step()
    {
        using var scope = NewDisposeScope();
        var (epoch, batch) = ((Done / _batches) + 1, Done % _batches);
        var (images, classes) = _maker.Make(Indices(epoch, batch), Draws(epoch, batch + 1));
        var (_, logits) = Model.Look(images, new ExecutionRules(Training: true));
        var loss = functional.cross_entropy(logits, classes);
        var gradient = Model.Learnt.Gradient(loss);
        using var frozen = no_grad();
        _moments.Apply(Model.Learnt.Values, gradient, LearningRate.At(_options, Done, _batches * _options.Epochs));
        return (loss.ToDouble(), logits.argmax(1).eq(classes).to(ScalarType.Float32).mean().ToDouble());
    }

    /// <summary>What the optimiser remembers, by name.</summary>
    public IReadOnlyDictionary<string, FloatArray> Remember() => _moments.Remember();

    /// <summary>Goes on where a trainer of the same kind stood.</summary>
    public void Recall(IReadOnlyDictionary<string, FloatArray> memory) => _moments.Recall(memory);

    public void Dispose() => _moments.Dispose();

    private ReadOnlySpan<int> Indices(int epoch, int batch)
    {
        if (_shuffled != epoch)
        {
            Shuffle(epoch);
        }

        var start = batch * _options.Batch;
        return _order.AsSpan(start, Math.Min(_options.Batch, _order.Length - start));
    }

    private void Shuffle(int epoch)
    {
        var random = Draws(epoch, 0);
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        for (var i = _order.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }

        _shuffled = epoch;
    }

    private SplitMix Draws(int epoch, int use) => new(((ulong)_seed << 32) + ((ulong)epoch << 20) + (ulong)use);
}
