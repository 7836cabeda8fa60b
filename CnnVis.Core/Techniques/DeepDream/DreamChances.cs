using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>
/// All that a dream owes to chance and to the size of its picture, known before it is dreamt: with it the dream can be
/// told to somebody who has another random generator.
/// </summary>
/// <param name="Octaves">Height and width of each, small to large; none if nothing is dreamt in them.</param>
/// <param name="Steps">One after the other, over all octaves and zooms.</param>
public sealed record DreamChances(IReadOnlyList<(int Height, int Width)> Octaves, IReadOnlyList<DreamChance> Steps)
{
    /// <summary>Draws what the dream draws, in the same order.</summary>
    /// <param name="options">Complete: with layers.</param>
    /// <param name="picture">The picture it begins with.</param>
    public static DreamChances Of(DeepDreamOptions options, NetworkInfo network, Picture picture, long seed)
    {
        var full = PictureResizer.Fit(picture, options.Size);
        IReadOnlyList<PictureSize> sizes = options.Steps == 0 ? [] : OctaveSizes.For(
            new(full.Height, full.Width), options.Octaves, options.OctaveScale, network.Graph, [.. options.Layers.Select(layer => layer.Layer)]);
        var zooms = Enumerable.Repeat(new PictureSize(full.Height, full.Width), options.Zoom * options.ZoomSteps);
        using var random = new Generator((ulong)seed);
        return new(
            [.. sizes.Select(size => (size.Height, size.Width))],
            [.. sizes.SelectMany(size => Enumerable.Repeat(size, options.Steps)).Concat(zooms).Select(size => Draw(size, options, random))]);
    }

    private static DreamChance Draw(PictureSize size, DeepDreamOptions options, Generator random)
    {
        var shift = options.Jitter > 0 ? new Jitter(options.Jitter).Shift(size.Height, size.Width, random) : default;
        return options.Tile > 0
            ? new(shift.Down, shift.Across, Cuts(size.Height, options.Tile, random), Cuts(size.Width, options.Tile, random))
            : new(shift.Down, shift.Across, [], []);
    }

    private static List<long> Cuts(long length, int tile, Generator random) =>
        [.. TiledLook.Cut(length, tile, random).Select(part => part.Start), length];
}

/// <summary>What a step draws.</summary>
/// <param name="Down">How far down the picture is looked at, in pixels.</param>
/// <param name="Across">How far across.</param>
/// <param name="Rows">Where its tiles begin, and its height; empty without tiles.</param>
/// <param name="Columns">The same across.</param>
public sealed record DreamChance(long Down, long Across, IReadOnlyList<long> Rows, IReadOnlyList<long> Columns);
