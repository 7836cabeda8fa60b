using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>Each pixel for itself, in decorrelated colours, squeezed between black and white by a sigmoid.</summary>
/// <param name="colours">Colours before decorrelation, [1, 3, height, width]; 0 is grey.</param>
public sealed class DecorrelatedPixels(Tensor colours) : ImageParameterization(colours)
{
    /// <summary>Starts from faint noise around grey.</summary>
    public static DecorrelatedPixels FromNoise(int side, Generator random)
    {
        using var scope = NewDisposeScope();
        return new DecorrelatedPixels(0.01 * randn(1, 3, side, side, generator: random));
    }

    /// <summary>Starts from a picture, [1, 3, height, width] in 0..1.</summary>
    public static DecorrelatedPixels FromPicture(Tensor image)
    {
        using var colours = DecorrelatedColours.FromImage(image);
        return new DecorrelatedPixels(colours);
    }

    /// <inheritdoc/>
    public override Tensor Render() => DecorrelatedColours.ToImage(Values);
}
