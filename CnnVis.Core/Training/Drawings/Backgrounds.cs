using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>A bank of procedural grounds: fields of numbers in 0..1, shown through random colour ramps. Dispose it.</summary>
public sealed class Backgrounds : IDisposable
{
    private const int Side = 96, MostColours = 4;
    private readonly Tensor _bank;

    /// <param name="count">How many grounds; the kinds take turns.</param>
    /// <param name="seed">The same seed gives the same grounds.</param>
    public Backgrounds(int count, int seed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator((ulong)seed);
        using var frozen = no_grad();
        var fields = GroundFields.All;
        var share = (count + fields.Count - 1) / fields.Count;
        var draw = new Draw(share, random);
        var grounds = fields.Select(field => Coloured(field, draw));
        _bank = cat([.. grounds]).DetachFromDisposeScope();
    }

    /// <summary>Grounds drawn at random, each turned or mirrored.</summary>
    /// <param name="draw">Decides which.</param>
    /// <param name="side">Their side in pixels.</param>
    /// <returns>[count, 3, side, side] in 0..1.</returns>
    internal Tensor Take(Draw draw, int side)
    {
        using var scope = NewDisposeScope();
        var chosen = _bank[draw.Index(ones(_bank.shape[0]))].to_type(ScalarType.Float32) / 255;
        var sized = functional.interpolate(chosen, [side, side], mode: InterpolationMode.Bilinear, align_corners: false);
        return where(draw.Chance(0.5).gt(0.5), sized.flip(3), sized).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the bank.</summary>
    public void Dispose() => _bank.Dispose();

    // Two to four colours at even places, straight lines between them. A scope for each kind, or all would take gigabytes.
    private static Tensor Coloured(Func<Draw, int, Tensor> kind, Draw draw)
    {
        using var scope = NewDisposeScope();
        var field = kind(draw, Side);
        var colours = draw.Even(0, 1, draw.Count, MostColours, 3, 1, 1);
        var place = field * (1 + (draw.Even(0, 1) * (MostColours - 1)).floor().clamp_max(MostColours - 2));
        var picture = zeros(draw.Count, 3, Side, Side);
        for (var i = 0; i < MostColours; i++)
        {
            picture += colours.select(1, i) * (1 - (place - i).abs()).clamp_min(0);
        }

        return (picture * 255).round().to_type(ScalarType.Byte).MoveToOuterDisposeScope();
    }
}
