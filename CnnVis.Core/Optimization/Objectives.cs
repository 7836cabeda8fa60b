using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// What a part of a network can be asked to see more of (Olah, Mordvintsev, Schubert: "Feature Visualization",
/// Distill 2017). Of a batch of pictures it is the mean.
/// Indices must lie inside the layer; techniques check them before they get here.
/// </summary>
public static class Objectives
{
    /// <summary>One cell of one channel. Without a place it is the middle, the lower right one of an even size.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    public static Objective Neuron(string layer, int channel, int? x = null, int? y = null) => OfLayer(
        $"neuron {channel} of {layer}",
        layer,
        map => map.dim() == 2
            ? map[.., channel].mean()
            : map[.., channel, y ?? (int)map.shape[2] / 2, x ?? (int)map.shape[3] / 2].mean());

    /// <summary>The mean of one channel over its map.</summary>
    public static Objective Channel(string layer, int channel) =>
        OfLayer($"channel {channel} of {layer}", layer, map => map[.., channel].mean());

    /// <summary>The mean square of a layer, or of one channel of it: DeepDream's objective up to a constant factor.</summary>
    public static Objective Energy(string layer, int? channel = null) => OfLayer(
        channel is { } only ? $"energy of channel {only} of {layer}" : $"energy of {layer}",
        layer,
        map => channel is { } index ? map[.., index].square().mean() : map.square().mean());

    /// <summary>The score of one class before the softmax.</summary>
    /// <param name="logits">The id of the network's last layer.</param>
    public static Objective Class(string logits, int target) =>
        OfLayer($"class {target}", logits, scores => scores[.., target].mean());

    /// <summary>
    /// How well each place of the layer's map agrees with the place of a guide that it agrees with best: the largest dot
    /// product of the two activation vectors, as the mean over places and channels (Mordvintsev, Olah, Tyka 2015,
    /// "Controlling dreams"). The choice is made anew each time and not differentiated.
    /// </summary>
    /// <param name="guide">The guide's activation vectors, [channels, places]; they stay the caller's.</param>
    public static Objective Guided(string layer, Tensor guide) => OfLayer($"guided {layer}", layer, map =>
    {
        var vectors = map.reshape(map.shape[0], map.shape[1], -1);
        return (vectors * BestMatches(vectors, guide)).mean();
    });

    // In parts, because every place meets every place of the guide: whole maps would take gigabytes.
    private static Tensor BestMatches(Tensor vectors, Tensor guide)
    {
        const long Part = 4096;
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var parts = vectors.detach().split(Part, dim: 2).Select(part => guide.t().matmul(part).argmax(1));
        var best = cat([.. parts], dim: 1); // [batch, places]
        return guide.index_select(1, best.flatten()).view(guide.shape[0], vectors.shape[0], -1).transpose(0, 1).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// How alike the pictures of a batch are to a layer, to be subtracted: the cosine similarity of their Gram matrices
    /// (which channels answer together), summed over all pairs, each counted both ways, and divided by the number of
    /// pictures (Olah et al. 2017, "Diversity"). Of n equal pictures it is n − 1; of a single one 0.
    /// </summary>
    public static Objective Likeness(string layer) => OfLayer($"likeness in {layer}", layer, map =>
    {
        var channels = map.reshape(map.shape[0], map.shape[1], -1);
        var grams = channels.matmul(channels.transpose(1, 2)).flatten(start_dim: 1);
        var directions = grams / grams.square().sum(dim: 1, keepdim: true).sqrt().clamp_min(1e-10);
        var similar = directions.matmul(directions.t());
        return (similar.sum() - similar.diagonal().sum()) / map.shape[0];
    });

    private static Objective OfLayer(string description, string layer, Func<Tensor, Tensor> score) =>
        new(description, [layer], evaluation => score(evaluation.Activations[layer]));
}
