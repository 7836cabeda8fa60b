using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Optimization;

/// <summary>
/// A random change of the picture before each step, of unchanged size. It is part of what is differentiated, so the
/// gradient comes back to the place it belongs to: a shift is undone by itself.
/// </summary>
public abstract record ImageTransform
{
    /// <summary>Changes the picture, [batch, 3, height, width], in the caller's dispose scope.</summary>
    public abstract Tensor Apply(Tensor image, Generator random);

    /// <summary>A number drawn evenly from -1 to 1.</summary>
    protected static double Draw(Generator random)
    {
        using var value = rand(1, generator: random);
        return (2 * value.item<float>()) - 1;
    }
}

/// <summary>
/// A shift by up to so many pixels each way; what comes in at the edges is mirrored. Wrapping round, as the first
/// DeepDreams did, would set the left edge beside the right one: a seam that many networks see better than the picture.
/// </summary>
/// <param name="Pixels">The largest shift, 0 or more; never more than the picture has to mirror.</param>
public sealed record Jitter(int Pixels) : ImageTransform
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor image, Generator random)
    {
        var (height, width) = (image.shape[2], image.shape[3]);
        var margin = Math.Min(Pixels, Math.Min(height, width) - 1);
        using var framed = functional.pad(image, [margin, margin, margin, margin], PaddingModes.Reflect);
        using var rows = framed.narrow(2, margin + Shift(margin, random), height);
        return rows.narrow(3, margin + Shift(margin, random), width);
    }

    // Each whole number from -margin to margin is as likely as any other.
    private static long Shift(long margin, Generator random) =>
        Math.Min((long)((Draw(random) + 1) / 2 * ((2 * margin) + 1)), 2 * margin) - margin;
}

/// <summary>A zoom and a rotation about the middle; what lies outside is mirrored in.</summary>
/// <param name="Scale">The largest change of size: 0.1 means between 0.9 and 1.1.</param>
/// <param name="Degrees">The largest rotation either way.</param>
public sealed record ScaleAndRotate(double Scale, double Degrees) : ImageTransform
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor image, Generator random)
    {
        var zoom = 1 / (1 + (Draw(random) * Scale));
        var angle = Draw(random) * Degrees * Math.PI / 180;
        var (height, width) = ((double)image.shape[2], (double)image.shape[3]);
        var (cos, sin) = (zoom * Math.Cos(angle), zoom * Math.Sin(angle));

        // In the sampling grid both sides run from -1 to 1, so a rotation of an oblong picture needs their ratio.
        using var matrix = tensor(
            new[] { cos, -sin * height / width, 0, sin * width / height, cos, 0 }, [1, 2, 3], dtype: image.dtype);
        using var everyone = matrix.expand(image.shape[0], 2, 3);
        using var grid = functional.affine_grid(everyone, image.shape, align_corners: false);
        return functional.grid_sample(
            image, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, align_corners: false);
    }
}
