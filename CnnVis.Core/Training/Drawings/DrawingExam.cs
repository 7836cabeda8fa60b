using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Examines the built-in network on scenes it has not seen; the scenes are always the same.</summary>
/// <param name="graph">The built-in network's graph, as trained or folded.</param>
/// <param name="parameters">Its weights.</param>
public sealed class DrawingExam(NetworkGraph graph, IReadOnlyDictionary<string, Tensor> parameters)
{
    private const int BatchSize = 32;
    private const ulong Seed = 20_000_000_000;

    /// <summary>Scenes as hard as the training's hardest, but in the drawings' own manner.</summary>
    public static SceneRules Hard(int size) => new(size, Level: 1);

    /// <summary>How often the class of the one object is found.</summary>
    public DrawingAccuracy Accuracy(SceneMaker maker, int scenes, SceneRules rules)
    {
        var places = Batches(maker, scenes, rules, (batch, logits, _) =>
        {
            var right = logits.gather(1, batch.Objects[0].Classes.unsqueeze(1));
            return logits.gt(right).sum(dim: 1);
        });
        return new DrawingAccuracy(Share(places, place => place < 1), Share(places, place => place < 5));
    }

    /// <summary>
    /// The pointing game (Zhang et al. 2016, arXiv 1608.00507) in scenes of two objects: how often the highest place of
    /// the first object's class map lies in its box. The map is taken against the mean of all classes' maps.
    /// </summary>
    public double Pointing(SceneMaker maker, int scenes, int size)
    {
        var hits = Batches(maker, scenes, Hard(size) with { PairShare = 1 }, (batch, _, maps) =>
        {
            var (shown, count) = (batch.Objects[0], batch.Images.shape[0]);
            var own = maps[arange(count), shown.Classes] - maps.mean([1]);
            var large = functional.interpolate(own.unsqueeze(1), [size, size], mode: InterpolationMode.Bilinear, align_corners: false);
            var peak = large.reshape(count, -1).argmax(1, keepdim: true);
            return Box(shown.Cover).reshape(count, -1).gather(1, peak).squeeze(1);
        });
        return Share(hits, hit => hit > 0);
    }

    /// <summary>The smallest upright rectangle around what is covered by more than half, as 1 inside and 0 outside.</summary>
    /// <param name="cover">[count, 1, height, width].</param>
    internal static Tensor Box(Tensor cover)
    {
        var inside = cover.gt(0.5).to_type(ScalarType.Int64);
        return Span(inside.amax([3], keepdim: true), 2) * Span(inside.amax([2], keepdim: true), 3);
    }

    // From the first to the last 1 along a dimension: something came before, and something comes after.
    private static Tensor Span(Tensor line, long dimension) =>
        line.cumsum(dimension).clamp_max(1) * line.flip(dimension).cumsum(dimension).clamp_max(1).flip(dimension);

    private List<long> Batches(
        SceneMaker maker, int scenes, SceneRules rules, Func<SceneBatch, Tensor, Tensor, Tensor> judge)
    {
        using var frozen = no_grad();
        using var random = new Generator(Seed);
        var results = new List<long>();
        for (var done = 0; done < scenes; done += BatchSize)
        {
            using var scope = NewDisposeScope();
            var batch = maker.Make(Math.Min(BatchSize, scenes - done), rules, random);
            var layers = GraphExecutor.Run(graph, parameters, Preprocessing.Halves.Normalize(batch.Images), [DrawingNet.Head, graph.Output]);
            results.AddRange(judge(batch, layers[graph.Output], layers[DrawingNet.Head]).to_type(ScalarType.Int64).data<long>());
        }

        return results;
    }

    private static double Share(List<long> values, Func<long, bool> good) => values.Count(good) / (double)values.Count;
}
