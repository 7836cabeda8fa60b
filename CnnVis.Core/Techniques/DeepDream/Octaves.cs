using CnnVis.Core.Optimization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>
/// Carries a dream from one size to the next: what was added to the picture so far, the detail, is enlarged and put
/// on the original at the new size. So the original's fine structure is never lost to enlarging.
/// </summary>
/// <param name="original">The picture at its full size, [1, 3, height, width] in 0..1; it stays the caller's.</param>
/// <param name="ascend">Makes the ascent from its start picture.</param>
internal sealed class Octaves(Tensor original, Func<Tensor, GradientAscent> ascend) : IDisposable
{
    private Tensor? _base;
    private GradientAscent? _current;

    /// <summary>The ascent at the present size.</summary>
    public GradientAscent Current => _current ?? throw new InvalidOperationException("No octave was entered yet.");

    /// <summary>Goes on at the given size.</summary>
    public void Enter(PictureSize size)
    {
        using var scope = NewDisposeScope();
        var detail = _current is null ? zeros_like(original) : _current.Render() - _base!;
        Dispose();
        _base = Resize(original, size).DetachFromDisposeScope();
        _current = ascend((_base + Resize(detail, size)).clamp_(0, 1));
    }

    /// <summary>Goes on from the present picture, enlarged about its middle and cut to its size.</summary>
    public void Zoom(double factor)
    {
        using var scope = NewDisposeScope();
        var larger = Enlarge(_current?.Render() ?? original, factor);
        Dispose();
        _base = null;
        _current = ascend(larger);
    }

    /// <summary>Takes up a stage again, whose ascent is to recall its picture.</summary>
    /// <param name="octave">The octave's size, or null after a zoom.</param>
    public void Return(PictureSize? octave)
    {
        using var scope = NewDisposeScope();
        _base = octave is { } size ? Resize(original, size).DetachFromDisposeScope() : null;
        _current = ascend(_base ?? original);
    }

    /// <summary>Frees the picture and the ascent of the present size.</summary>
    public void Dispose()
    {
        _base?.Dispose();
        _current?.Dispose();
    }

    private static Tensor Enlarge(Tensor image, double factor)
    {
        var inwards = tensor(new[] { 1 / factor, 0, 0, 0, 1 / factor, 0 }, [1, 2, 3], dtype: image.dtype);
        var grid = functional.affine_grid(inwards, image.shape, align_corners: false);
        return functional.grid_sample(image, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, align_corners: false);
    }

    // Areas are averaged when shrinking, so that fine structure does not turn into false coarse structure.
    private static Tensor Resize(Tensor image, PictureSize size)
    {
        if (image.shape[2] == size.Height && image.shape[3] == size.Width)
        {
            return image.clone();
        }

        long[] target = [size.Height, size.Width];
        return size.Height <= image.shape[2] && size.Width <= image.shape[3]
            ? functional.interpolate(image, target, mode: InterpolationMode.Area)
            : functional.interpolate(image, target, mode: InterpolationMode.Bilinear, align_corners: false);
    }
}
