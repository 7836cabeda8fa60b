using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// The picture's Fourier spectrum, each frequency scaled by its wavelength, so that coarse and fine structure grow at
/// the same pace; squeezed between black and white by a sigmoid
/// (Olah et al. 2017, "Preconditioning and Parameterization").
/// </summary>
public sealed class FourierParameterization : ImageParameterization
{
    // The spread of the first noise, and the factor by which spectrum and colours differ: together they make a faint start.
    private const double Spread = 0.01, Gain = 0.25;

    private FourierParameterization(Tensor spectrum, long height, long width, bool decorrelate) : base(spectrum) =>
        (Height, Width, Decorrelate) = (height, width, decorrelate);

    /// <summary>The picture's height in pixels.</summary>
    public long Height { get; }

    /// <summary>The picture's width in pixels.</summary>
    public long Width { get; }

    /// <summary>Whether the colours lie along the directions of <see cref="DecorrelatedColours"/>, or are red, green and blue.</summary>
    public bool Decorrelate { get; }

    /// <summary>Starts from faint noise around grey.</summary>
    /// <param name="side">The sides of each picture in pixels.</param>
    /// <param name="batch">The number of pictures.</param>
    public static FourierParameterization FromNoise(int side, Generator random, int batch = 1, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        var spectrum = Spread * randn([batch, 3, side, (side / 2) + 1, 2], generator: random);
        return new FourierParameterization(spectrum, side, side, decorrelate);
    }

    /// <summary>Starts from pictures, [batch, 3, height, width] in 0..1.</summary>
    public static FourierParameterization FromPicture(Tensor image, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        var (height, width) = (image.shape[2], image.shape[3]);
        var colours = DecorrelatedColours.FromImage(image, decorrelate);
        var frequencies = fft.rfft2(colours, norm: FFTNormType.Ortho).view_as_real();
        return new FourierParameterization(frequencies / Scales(height, width, image.dtype), height, width, decorrelate);
    }

    /// <inheritdoc/>
    public override Tensor Render() => Render(Values, Height, Width, Decorrelate);

    /// <summary>The pictures of any spectrum: [batch, 3, height, width / 2 + 1, 2], real and imaginary parts.</summary>
    internal static Tensor Render(Tensor values, long height, long width, bool decorrelate = true)
    {
        using var scope = NewDisposeScope();
        var spectrum = (values * Scales(height, width, values.dtype)).view_as_complex();
        var colours = fft.irfft2(spectrum, [height, width], norm: FFTNormType.Ortho);
        return DecorrelatedColours.ToImage(colours, decorrelate).MoveToOuterDisposeScope();
    }

    // 1 / frequency for each number of the half spectrum, [height, width / 2 + 1, 2]; the constant part counts as the longest wave.
    private static Tensor Scales(long height, long width, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var down = fft.fftfreq(height, dtype: type).unsqueeze(1);
        var across = fft.rfftfreq(width, dtype: type).unsqueeze(0);
        var frequency = (down.square() + across.square()).sqrt().clamp_min(1.0 / Math.Max(height, width));
        return (Gain / frequency).unsqueeze(-1).repeat(1, 1, 2).MoveToOuterDisposeScope();
    }
}
