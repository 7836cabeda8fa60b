using System.Diagnostics;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Benchmarks;

/// <summary>
/// The time of a whole step, frame included, beside the bare forward and backward pass of the same part of
/// the network. The two take turns, so that whatever else the machine does strikes both.
/// </summary>
internal static class StepTimes
{
    private static readonly (string Network, string Layer)[] Cases =
        [("squeezenet1_1", "features.7"), ("bvlc_googlenet", "inception_4c.output"), ("builtin", "relu5")];

    public static void Print(NetworkCatalog networks)
    {
        Console.WriteLine("run                      network          layer                size  step ms  bare ms  ratio");
        foreach (var (id, layer) in Cases.Where(one => networks.Networks.Any(network => network.Id == one.Network)))
        {
            foreach (var side in new[] { 224, 512 })
            {
                foreach (var run in Runs.All.Where(run => run.Fits(side)))
                {
                    var (step, bare, ratio) = Measure(networks.Load(id), run, layer, side, turns: side == 224 ? 41 : 21);
                    Console.WriteLine($"{run.Name,-24} {id,-16} {layer,-20} {side,4} {step,8:0.0} {bare,8:0.0} {ratio,6:0.00}");
                }
            }
        }
    }

    private static (double Step, double Bare, double Ratio) Measure(Network network, Runs run, string layer, int side, int turns)
    {
        const int WarmUp = GradientAscent.WakingSteps + 3; // the first ones lead the gradient round dead ReLUs
        using var frames = run.Start(network, layer, side, turns + WarmUp).GetEnumerator();
        frames.MoveNext();
        var pairs = Enumerable.Range(0, turns + WarmUp)
            .Select(_ => (Step: Time(() => frames.MoveNext()), Bare: Time(() => Passes(network, layer, side, run))))
            .ToList() // or the warm-up would be skipped without being run
            .Skip(WarmUp)
            .ToList();
        return (
            Median.Of(pairs.Select(pair => pair.Step)),
            Median.Of(pairs.Select(pair => pair.Bare)),
            Median.Of(pairs.Select(pair => pair.Step / pair.Bare)));
    }

    private static void Passes(Network network, string layer, int side, Runs run)
    {
        for (var i = 0; i < run.TilesIn(side); i++)
        {
            ForwardAndBackward(network, layer, run.Tile ?? side, run.Batch);
        }
    }

    private static void ForwardAndBackward(Network network, string layer, int side, int batch)
    {
        using var scope = NewDisposeScope();
        var one = PictureTensors.ToTensor(Picture(side));
        var image = one.expand(batch, -1, -1, -1).contiguous().requires_grad_();
        var value = network.Activations(image, [layer])[layer].square().mean();
        _ = autograd.grad([value], [image]);
    }

    private static readonly Dictionary<int, Picture> Made = [];

    private static Picture Picture(int side) => Made.TryGetValue(side, out var picture) ? picture : Made[side] = Dreams.Noise(side);

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
