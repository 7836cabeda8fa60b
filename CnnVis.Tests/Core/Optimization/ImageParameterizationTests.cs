using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class ImageParameterizationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(16, 16)]
    [InlineData(15, 22)]
    public void A_picture_comes_back_from_its_spectrum(int height, int width)
    {
        var picture = (rand(1, 3, height, width) * 0.9) + 0.05;
        using var fourier = FourierParameterization.FromPicture(picture);
        using var pixels = SigmoidPixels.FromPicture(picture);

        Assert.True(fourier.Render().allclose(picture, atol: 1e-3));
        Assert.True(pixels.Render().allclose(picture, atol: 1e-3));
    }

    [Fact]
    public void Noise_starts_near_grey_and_is_decided_by_the_seed()
    {
        using var first = FourierParameterization.FromNoise(33, new Generator(4));
        using var again = FourierParameterization.FromNoise(33, new Generator(4));
        using var other = FourierParameterization.FromNoise(33, new Generator(5));

        Assert.Equal([1, 3, 33, 33], first.Render().shape);
        Assert.InRange((first.Render() - 0.5).abs().max().ToDouble(), 1e-4, 0.2);
        Assert.True(Numbers.Same(first.Render(), again.Render()));
        Assert.False(Numbers.Same(first.Render(), other.Render()));
    }

    // One frequency of the first colour direction alone: a cosine whose height follows from the paper's scaling.
    [Fact]
    public void A_single_frequency_is_scaled_by_its_wavelength_and_coloured_by_its_direction()
    {
        const int Side = 16, Waves = 2;
        var spectrum = zeros([1, 3, Side, (Side / 2) + 1, 2]);
        spectrum[0, 0, 0, Waves, 0] = 1;

        var unbounded = FourierParameterization.Render(spectrum, Side, Side).logit();

        var height = 2 * 0.25 / ((double)Waves / Side) / Side;
        var longest = Math.Sqrt((0.26 * 0.26) + (0.27 * 0.27) + (0.27 * 0.27));
        foreach (var (colour, share) in new[] { 0.26, 0.27, 0.27 }.Index())
        {
            Assert.Equal(height * share / longest, unbounded[0, colour, 5, 0].ToDouble(), 1e-4);
            Assert.Equal(-height * share / longest, unbounded[0, colour, 5, Side / Waves / 2].ToDouble(), 1e-4);
        }
    }

    [Fact]
    public void Black_and_white_come_back_to_the_same_grey_level()
    {
        var picture = tensor(new float[] { 0, 1, 0.5f }).view(1, 3, 1, 1).expand(1, 3, 4, 4);
        using var pixels = SigmoidPixels.FromPicture(picture);

        Assert.InRange((pixels.Render() - picture).abs().max().ToDouble(), 0, 0.5 / 255);
    }

    [Fact]
    public void Clamped_pixels_stay_between_black_and_white()
    {
        using var pixels = new ClampedPixels(tensor(new float[] { -1, 0.25f, 2 }).view(1, 3, 1, 1));
        using (no_grad())
        {
            pixels.Constrain();
        }

        Assert.Equal([0f, 0.25f, 1f], pixels.Render().data<float>().ToArray());
    }
}
