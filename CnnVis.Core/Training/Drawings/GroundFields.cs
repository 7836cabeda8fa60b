using static TorchSharp.torch;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Kinds of grounds, each a field of numbers in 0..1, [count, 1, side, side].</summary>
internal static class GroundFields
{
    private const int Leaves = 40;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Func<Draw, int, Tensor>> All { get; } =
        [Solid, Slope, Glow, Clouds, Clouds, Stripes, Checks, FallenLeaves, Horizon];

    private static Tensor Solid(Draw draw, int side) => draw.Even(0, 1).expand(draw.Count, 1, side, side);

    private static Tensor Slope(Draw draw, int side) => (0.5 + (Along(draw, side) / 2.8)).clamp(0, 1);

    private static Tensor Glow(Draw draw, int side)
    {
        var (x, y) = Axes(side);
        return ((x - draw.Even(-1, 1)).square() + (y - draw.Even(-1, 1)).square()).sqrt().div(2).clamp(0, 1);
    }

    // Noise whose spectrum falls as 1/frequency^b, b from 0.8 to 2.2: from gravel to clouds.
    private static Tensor Clouds(Draw draw, int side)
    {
        var rows = fft.fftfreq(side).reshape(1, 1, side, 1);
        var columns = fft.rfftfreq(side).reshape(1, 1, 1, (side / 2) + 1);
        var frequency = (rows.square() + columns.square()).sqrt().clamp_min(1.0 / side);
        var spectrum = fft.rfft2(draw.Normal(draw.Count, 1, side, side));
        var noise = fft.irfft2(spectrum * frequency.pow(-draw.Even(0.8, 2.2)), s: [side, side]);
        return (0.5 + ((noise - noise.mean([1, 2, 3], true)) / (noise.std([1, 2, 3], keepdim: true) * 5))).clamp(0, 1);
    }

    private static Tensor Stripes(Draw draw, int side)
    {
        var wave = (Along(draw, side) * draw.Even(5, 40)).sin();
        return (0.5 + (wave * draw.Even(0.5, 4) / 2)).clamp(0, 1);
    }

    private static Tensor Checks(Draw draw, int side)
    {
        var (x, y) = Axes(side);
        var frequency = draw.Even(4, 20);
        return 0.5 + ((x * frequency).sin().sign() * (y * frequency).sin().sign() / 2);
    }

    // Discs that cover one another (Matheron's dead leaves model).
    private static Tensor FallenLeaves(Draw draw, int side)
    {
        var (x, y) = Axes(side);
        var field = draw.Even(0, 1).expand(draw.Count, 1, side, side);
        for (var leaf = 0; leaf < Leaves; leaf++)
        {
            using var below = field;
            field = Fall(x, y, below, draw);
        }

        return field;
    }

    private static Tensor Fall(Tensor x, Tensor y, Tensor below, Draw draw)
    {
        using var scope = NewDisposeScope();
        var distance = (x - draw.Even(-1.2, 1.2)).square() + (y - draw.Even(-1.2, 1.2)).square();
        return where(distance.lt(draw.Even(0.05, 0.5).square()), draw.Even(0, 1), below).MoveToOuterDisposeScope();
    }

    // One slope above a line, another below it.
    private static Tensor Horizon(Draw draw, int side)
    {
        var (_, y) = Axes(side);
        var above = draw.Even(0, 0.5) + (y * draw.Even(-0.2, 0.2));
        var below = draw.Even(0.5, 1) + (y * draw.Even(-0.2, 0.2));
        return where(y.lt(draw.Even(-0.4, 0.7)), above, below).clamp(0, 1);
    }

    // How far along a random direction, -1.4 to 1.4.
    private static Tensor Along(Draw draw, int side)
    {
        var (x, y) = Axes(side);
        var angle = draw.Even(0, 2 * Math.PI);
        return (x * angle.cos()) + (y * angle.sin());
    }

    private static (Tensor X, Tensor Y) Axes(int side)
    {
        var axis = linspace(-1, 1, side);
        return (axis.reshape(1, 1, 1, side), axis.reshape(1, 1, side, 1));
    }
}
