using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// The picture's Fourier spectrum, each frequency scaled by its wavelength, so that coarse and fine structure grow at
/// the same pace; in decorrelated colours, squeezed between black and white by a sigmoid
/// (Olah et al. 2017, "Preconditioning and Parameterization").
/// </summary>
public sealed class FourierParameterization : ImageParameterization
{
    // The spread of the first noise, and the factor by which spectrum and colours differ: together they make a faint start.
    private const double Spread = 0.01, Gain = 0.25;

    private FourierParameterization(Tensor spectrum, long height, long width) : base(spectrum) =>
        (Height, Width) = (height, width);

    /// <summary>The picture's height in pixels.</summary>
    public long Height { get; }

    /// <summary>The picture's width in pixels.</summary>
    public long Width { get; }

    /// <summary>Starts from faint noise around grey.</summary>
    public static FourierParameterization FromNoise(int side, Generator random)
    {
        using var scope = NewDisposeScope();
        return new FourierParameterization(Spread * randn([1, 3, side, (side / 2) + 1, 2], generator: random), side, side);
    }

    /// <summary>Starts from a picture, [1, 3, height, width] in 0..1.</summary>
    public static FourierParameterization FromPicture(Tensor image)
    {
        using var scope = NewDisposeScope();
        var (height, width) = (image.shape[2], image.shape[3]);
        var frequencies = fft.rfft2(DecorrelatedColours.FromImage(image), norm: FFTNormType.Ortho).view_as_real();
        return new FourierParameterization(frequencies / Scales(height, width, image.dtype), height, width);
    }

    /// <inheritdoc/>
    public override Tensor Render() => Render(Values, Height, Width);

    /// <summary>The picture of any spectrum: [1, 3, height, width / 2 + 1, 2], real and imaginary parts.</summary>
    internal static Tensor Render(Tensor values, long height, long width)
    {
        using var scope = NewDisposeScope();
        var spectrum = (values * Scales(height, width, values.dtype)).view_as_complex();
        var colours = fft.irfft2(spectrum, [height, width], norm: FFTNormType.Ortho);
        return DecorrelatedColours.ToImage(colours).MoveToOuterDisposeScope();
    }

    // 1 / frequency for each entry of the half spectrum, [height, width / 2 + 1, 1]; the constant part counts as the longest wave.
    private static Tensor Scales(long height, long width, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var down = fft.fftfreq(height, dtype: type).unsqueeze(1);
        var across = fft.rfftfreq(width, dtype: type).unsqueeze(0);
        var frequency = (down.square() + across.square()).sqrt().clamp_min(1.0 / Math.Max(height, width));
        return (Gain / frequency).unsqueeze(-1).MoveToOuterDisposeScope();
    }
}
