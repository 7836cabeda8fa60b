using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// Colours along the directions in which natural pictures vary: bright-dark, blue-orange, green-purple. Steps along
/// them do not fight each other. The matrix is the square root of ImageNet's colour covariance as published with
/// Olah et al. 2017, divided by its longest column.
/// </summary>
internal static class DecorrelatedColours
{
    private static readonly double[,] Root = { { 0.26, 0.09, 0.02 }, { 0.27, 0.00, -0.05 }, { 0.27, -0.09, 0.03 } };

    /// <summary>Colours, [batch, 3, height, width], 0 is grey, to pictures in 0..1.</summary>
    /// <param name="decorrelate">Whether the colours lie along those directions; red, green and blue otherwise.</param>
    public static Tensor ToImage(Tensor colours, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        var mixed = decorrelate ? Mix(Matrix(colours.dtype), colours) : colours;
        return mixed.sigmoid().MoveToOuterDisposeScope();
    }

    // Black and white are infinitely far away; this near, they round to the same grey level.
    private const double Near = 1.0 / 1024;

    /// <summary>The reverse, to within half a grey level.</summary>
    public static Tensor FromImage(Tensor image, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        var unbounded = image.clamp(Near, 1 - Near).logit();
        return (decorrelate ? Mix(Matrix(image.dtype).inverse(), unbounded) : unbounded).MoveToOuterDisposeScope();
    }

    private static Tensor Mix(Tensor matrix, Tensor colours) =>
        matrix.matmul(colours.flatten(start_dim: 2)).view(colours.shape);

    private static Tensor Matrix(ScalarType type)
    {
        var root = tensor(Root, dtype: type);
        return root / root.square().sum(dim: 0).sqrt().max();
    }
}
