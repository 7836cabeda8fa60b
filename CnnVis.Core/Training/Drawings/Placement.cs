using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Where sprites go in a batch of scenes; all [count, 1, 1, 1]. One sprite for each scene.</summary>
/// <param name="Scale">Their side as a share of the scene's.</param>
/// <param name="X">The centre, -1 (left edge) to 1.</param>
/// <param name="Y">The centre, -1 (top edge) to 1.</param>
internal sealed record Placement(Tensor Scale, Tensor X, Tensor Y)
{
    /// <summary>One object anywhere it fits, and a little beyond.</summary>
    public static Placement Single(Draw draw, SceneRules rules)
    {
        var scale = draw.Even(rules.SmallestScale, 1);
        var room = (0.9 * (1 - scale)) + 0.08;
        return new Placement(scale, room * draw.Even(-1, 1), room * draw.Even(-1, 1));
    }

    /// <summary>Two objects in opposite halves, left and right or above and below.</summary>
    public static (Placement First, Placement Second) Pair(Draw draw)
    {
        var sideways = draw.Chance(0.5);
        var sign = (2 * draw.Chance(0.5)) - 1;
        return (Half(sign), Half(-sign));

        Placement Half(Tensor side)
        {
            var (across, along) = (side * draw.Even(0.42, 0.56), draw.Even(-0.5, 0.5));
            return new Placement(
                draw.Even(0.34, 0.48),
                (sideways * across) + ((1 - sideways) * along),
                (sideways * along) + ((1 - sideways) * across));
        }
    }

    /// <summary>A small thing anywhere.</summary>
    public static Placement Anywhere(Draw draw) =>
        new(draw.Even(0.18, 0.38), draw.Even(-0.8, 0.8), draw.Even(-0.8, 0.8));

    /// <summary>Puts sprites in their places: scaled, stretched, turned, mirrored, bent.</summary>
    /// <param name="sprites">[count, 4, side, side].</param>
    /// <returns>[count, 4, size, size], transparent around them.</returns>
    public Tensor Put(Tensor sprites, Draw draw, SceneRules rules)
    {
        var turn = draw.Even(-1, 1) * ((10 + (20 * rules.Level)) * Math.PI / 180);
        var stretch = draw.Even(-0.12, 0.12);
        var mirror = (2 * draw.Chance(0.5)) - 1;
        var (x, y) = Axes(rules.Size);
        var (dx, dy) = ((x - X) / Scale, (y - Y) / Scale);
        var across = ((dx * turn.cos()) + (dy * turn.sin())) * mirror * (1 + stretch);
        var down = ((dy * turn.cos()) - (dx * turn.sin())) * (1 - stretch);
        var bentAcross = across + (draw.Even(0, rules.Bend) * ((down * draw.Even(1, 5)) + draw.Even(0, 6.28)).sin());
        var bentDown = down + (draw.Even(0, rules.Bend) * ((across * draw.Even(1, 5)) + draw.Even(0, 6.28)).sin());
        var grid = stack([bentAcross.squeeze(1), bentDown.squeeze(1)], dim: 3);
        return functional.grid_sample(sprites, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, align_corners: false);
    }

    // The middles of the pixels, -1 to 1 from edge to edge.
    private static (Tensor X, Tensor Y) Axes(int size)
    {
        var axis = (((arange(size, dtype: ScalarType.Float32) + 0.5) * 2) / size) - 1;
        return (axis.reshape(1, 1, 1, size), axis.reshape(1, 1, size, 1));
    }
}
