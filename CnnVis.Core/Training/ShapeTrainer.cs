using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training;

/// <summary>How a training went so far.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Loss">Mean cross-entropy over the epoch's batches.</param>
/// <param name="TestAccuracy">The share of test pictures whose class was found, 0..1.</param>
public sealed record EpochReport(int Epoch, double Loss, double TestAccuracy);

/// <summary>
/// Trains the built-in network's architecture on drawn shapes: Adam with a short warm-up and a cosine descent of the
/// rate (Loshchilov and Hutter 2016, arXiv 1608.03983), in the run's own order of pictures,
/// which resist towards the end (see <see cref="Adversary"/>). The same seed trains the
/// same network on the same machine.
/// </summary>
public sealed class ShapeTrainer : IDisposable
{
    private const int BatchSize = 64;
    private const double PeakRate = 5e-3, WarmUp = 0.05;

    // From this share of the training on, the pictures resist; before, the network learns what there is to see.
    private const double Hardening = 0.3, Radius = 0.5;
    private readonly Architecture _architecture = GapNet.BuiltIn;
    private readonly Generator _random;
    private readonly Dictionary<string, Tensor> _parameters;
    private readonly optim.Optimizer _optimizer;
    private readonly Adversary _adversary;

    /// <param name="seed">Decides the first weights and the order of the pictures.</param>
    public ShapeTrainer(int seed)
    {
        _random = new Generator((ulong)seed);
        _parameters = WeightInitialization.For(_architecture.Graph, _random);
        _optimizer = optim.Adam(_parameters.Values.OfType<Parameter>(), PeakRate);
        _adversary = new Adversary(Radius, _random);
    }

    /// <summary>The weights as they stand, by full name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => _parameters;

    /// <summary>Trains; each <c>MoveNext</c> is one epoch.</summary>
    public IEnumerable<EpochReport> Train(ShapeDataset training, ShapeDataset test, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var loss = TrainEpoch(training, epoch, epochs);
            yield return new EpochReport(epoch + 1, loss, Accuracy(test));
        }
    }

    /// <summary>The share of pictures whose class is found, 0..1.</summary>
    public double Accuracy(ShapeDataset data)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var right = data.Images.split(250).Zip(data.Labels.split(250), (images, labels) =>
            Logits(images, ExecutionRules.Evaluation).argmax(1).eq(labels).sum().item<long>());
        return (double)right.Sum() / data.Labels.shape[0];
    }

    /// <summary>Frees the weights and the optimiser's memory.</summary>
    public void Dispose()
    {
        _optimizer.Dispose();
        _random.Dispose();
        foreach (var parameter in _parameters.Values)
        {
            parameter.Dispose();
        }
    }

    private double TrainEpoch(ShapeDataset data, int epoch, int epochs)
    {
        using var scope = NewDisposeScope();
        var batches = randperm(data.Labels.shape[0], generator: _random).split(BatchSize);
        var total = 0.0;
        for (var i = 0; i < batches.Length; i++)
        {
            var done = (epoch + ((double)i / batches.Length)) / epochs;
            SetRate(done);
            total += TrainBatch(data.Images[batches[i]], data.Labels[batches[i]], harden: done > Hardening);
        }

        return total / batches.Length;
    }

    private double TrainBatch(Tensor images, Tensor labels, bool harden)
    {
        using var scope = NewDisposeScope();
        var seen = harden ? _adversary.Move(images, moved => Loss(moved, ExecutionRules.Evaluation)) : images;
        _optimizer.zero_grad();
        var loss = Loss(seen, new ExecutionRules(Training: true));
        loss.backward();
        _optimizer.step();
        return loss.ToDouble();

        Tensor Loss(Tensor pictures, ExecutionRules rules) => functional.cross_entropy(Logits(pictures, rules), labels);
    }

    private Tensor Logits(Tensor images, ExecutionRules rules)
    {
        var (graph, input) = (_architecture.Graph, _architecture.Preprocessing.Normalize(images));
        return GraphExecutor.Run(graph, _parameters, input, [graph.Output], rules)[graph.Output];
    }

    // The share of the training that is done, 0..1, decides the rate.
    private void SetRate(double done)
    {
        var rate = done < WarmUp ? done / WarmUp : (1 + Math.Cos(Math.PI * (done - WarmUp) / (1 - WarmUp))) / 2;
        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = PeakRate * rate;
        }
    }
}
