using System.Diagnostics;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;
using static TorchSharp.torch;

namespace CnnVis.Benchmarks;

/// <summary>
/// The time of a whole map, frames included, beside the bare passes it needs: so many, of so large a batch, with or
/// without the backward pass. The two take turns.
/// </summary>
internal static class MapTimes
{
    private static readonly (string Name, TechniqueOptions Options, Passes Passes)[] Cases =
    [
        ("saliency gradient", new SaliencyOptions(), new(1, 1, Backward: true)),
        ("saliency smoothgrad", new SaliencyOptions { Method = SaliencyMethod.SmoothGrad }, new(50, 1, Backward: true)),
        ("saliency integrated", new SaliencyOptions { Method = SaliencyMethod.IntegratedGradients }, new(50, 1, Backward: true)),
        ("saliency guided", new SaliencyOptions { Method = SaliencyMethod.GuidedBackprop }, new(1, 1, Backward: true)),
        ("saliency occlusion", new SaliencyOptions { Method = SaliencyMethod.Occlusion }, new(0, 4, Backward: false)),
        ("gap", new GapOptions(), new(1, 1, Backward: false)),
        ("grad-cam", new GradCamOptions(), new(1, 1, Backward: false)),
        ("grad-cam score-cam", new GradCamOptions { Method = CamMethod.ScoreCam }, new(0, 4, Backward: false)),
    ];

    public static void Print(NetworkCatalog networks)
    {
        Console.WriteLine("\nnetwork          map                  passes  batch   map ms  bare ms  ratio");
        foreach (var network in networks.Networks.Where(n => n.Id is "builtin" or "squeezenet1_1").Select(n => networks.Load(n.Id)))
        {
            foreach (var (name, options, passes) in Cases)
            {
                Print(network, name, options, passes);
            }
        }
    }

    private static void Print(Network network, string name, TechniqueOptions options, Passes passes)
    {
        var technique = TechniqueCatalog.All.First(t => t.OptionsType == options.GetType());
        var input = new TechniqueInput(network, Dreams.Noise(network.Info.InputSize), technique.Complete(options, network.Info), Seed: 1);
        var steps = technique.Run(input).Last().Total;
        var needed = passes.Count > 0 ? passes : passes with { Count = steps };
        var pairs = Enumerable.Range(0, needed.Count > 1 ? 7 : 41)
            .Select(turn => (Map: Time(() => _ = technique.Run(input).Last()), Bare: Time(() => Run(network, needed))))
            .ToList() // or the warm-up would be skipped without being run
            .Skip(1)
            .ToList();
        var (map, bare) = (Median.Of(pairs.Select(pair => pair.Map)), Median.Of(pairs.Select(pair => pair.Bare)));
        var ratio = Median.Of(pairs.Select(pair => pair.Map / pair.Bare));
        Console.WriteLine($"{network.Info.Id,-16} {name,-20} {needed.Count,6} {needed.Batch,6} {map,8:0.0} {bare,8:0.0} {ratio,6:0.00}");
    }

    private static void Run(Network network, Passes passes)
    {
        for (var i = 0; i < passes.Count; i++)
        {
            using var scope = NewDisposeScope();
            using var recording = set_grad_enabled(passes.Backward);
            var side = network.Info.InputSize;
            var input = rand(passes.Batch, 3, side, side, requires_grad: passes.Backward);
            var logits = GraphExecutor.Run(network.Graph, network.Parameters, input, [network.Graph.Output])[network.Graph.Output];
            if (passes.Backward)
            {
                _ = autograd.grad([logits[.., 0].sum()], [input]);
            }
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <param name="Count">How many passes; 0 means one for each step of the run.</param>
    private sealed record Passes(int Count, int Batch, bool Backward);
}
