using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>Each pixel for itself, squeezed between black and white by a sigmoid.</summary>
/// <param name="colours">Colours before that, [batch, 3, height, width]; 0 is grey.</param>
/// <param name="decorrelate">Whether they lie along the directions of <see cref="DecorrelatedColours"/>, or are red, green and blue.</param>
public sealed class SigmoidPixels(Tensor colours, bool decorrelate = true) : ImageParameterization(colours)
{
    /// <summary>Starts from faint noise around grey.</summary>
    /// <param name="side">The sides of each picture in pixels.</param>
    /// <param name="batch">The number of pictures.</param>
    public static SigmoidPixels FromNoise(int side, Generator random, int batch = 1, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        return new SigmoidPixels(0.01 * randn(batch, 3, side, side, generator: random), decorrelate);
    }

    /// <summary>Starts from pictures, [batch, 3, height, width] in 0..1.</summary>
    public static SigmoidPixels FromPicture(Tensor image, bool decorrelate = true)
    {
        using var colours = DecorrelatedColours.FromImage(image, decorrelate);
        return new SigmoidPixels(colours, decorrelate);
    }

    /// <inheritdoc/>
    public override Tensor Render() => DecorrelatedColours.ToImage(Values, decorrelate);
}
