using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// Occlusion (Zeiler and Fergus 2013, arXiv 1311.2901): a square patch of zeros, after preprocessing, covers the
/// picture place by place; a pixel gets the mean fall of the score over the patches that covered it.
/// </summary>
internal sealed class Occlusion : Attributor
{
    // Several patches in one pass cost less each; few enough that a step stays short.
    private const int PatchesAStep = 4;
    private readonly Network _network;
    private readonly Score _score;
    private readonly Tensor _input, _falls, _covers;
    private readonly IReadOnlyList<(int Top, int Left)> _places;
    private readonly int _window;
    private readonly float _whole;
    private int _looks;

    public Occlusion(Network network, Score score, Tensor input, int window, int stride)
        : base((PatchesOf(input, window, stride) + PatchesAStep - 1) / PatchesAStep)
    {
        (_network, _score, _input, _window) = (network, score, input, window);
        _places = Places((int)input.shape[2], window, stride);
        _whole = score.Values(network, input)[0];
        using var scope = NewDisposeScope();
        _falls = zeros_like(input).DetachFromDisposeScope();
        _covers = zeros_like(input).DetachFromDisposeScope();
    }

    /// <summary>So many patches stand in a row; the last ones may reach over the edge.</summary>
    public static int PatchesAcross(int side, int window, int stride) => ((side - window + stride - 1) / stride) + 1;

    public override Tensor Step()
    {
        using var scope = NewDisposeScope();
        var places = _places.Skip(_looks++ * PatchesAStep).Take(PatchesAStep).ToList();
        var covered = _input.repeat(places.Count, 1, 1, 1);
        for (var i = 0; i < places.Count; i++)
        {
            Patch(covered[i], places[i]).zero_();
        }

        foreach (var (place, score) in places.Zip(_score.Values(_network, covered)))
        {
            Patch(_falls[0], place).add_(_whole - score);
            Patch(_covers[0], place).add_(1);
        }

        return (_falls / _covers.clamp_min(1)).MoveToOuterDisposeScope();
    }

    public override void Dispose()
    {
        _falls.Dispose();
        _covers.Dispose();
        base.Dispose();
    }

    private Tensor Patch(Tensor image, (int Top, int Left) place) => image
        .narrow(1, place.Top, Math.Min(_window, image.shape[1] - place.Top))
        .narrow(2, place.Left, Math.Min(_window, image.shape[2] - place.Left));

    private static int PatchesOf(Tensor input, int window, int stride) =>
        PatchesAcross((int)input.shape[2], window, stride) * PatchesAcross((int)input.shape[3], window, stride);

    private static List<(int Top, int Left)> Places(int side, int window, int stride)
    {
        var starts = Enumerable.Range(0, PatchesAcross(side, window, stride)).Select(i => i * stride).ToList();
        return [.. from top in starts from left in starts select (top, left)];
    }
}
