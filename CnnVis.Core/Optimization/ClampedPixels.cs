using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>The pixels themselves, kept between black and white after each step.</summary>
/// <param name="image">Where to start, [1, 3, height, width] in 0..1.</param>
public sealed class ClampedPixels(Tensor image) : ImageParameterization(image)
{
    /// <inheritdoc/>
    public override Tensor Render() => Values.alias();

    /// <inheritdoc/>
    public override void Constrain() => Values.clamp_(0, 1);
}
