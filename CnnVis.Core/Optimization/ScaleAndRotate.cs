using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Optimization;

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
