using CnnVis.Core.Imaging;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques;

/// <summary>Makes frames from pictures that are tensors.</summary>
/// <param name="total">The number of steps of the run.</param>
internal sealed class FrameMaker(int total)
{
    /// <summary>A frame; the last one carries the picture as raw numbers too.</summary>
    /// <param name="image">[1, 3, height, width] in 0..1; it stays the caller's.</param>
    /// <param name="objective">The objective of this step; none at step 0.</param>
    public Frame Make(int step, Tensor image, double? objective = null) => Make(step, image, Scalars(objective));

    /// <summary>A frame with any named numbers.</summary>
    /// <param name="image">[1, 3, height, width] in 0..1; it stays the caller's.</param>
    /// <param name="parts">[count, 3, height, width]: the pictures that <paramref name="image"/> is a sheet of, if it is one.</param>
    public Frame Make(int step, Tensor image, IReadOnlyDictionary<string, double> scalars, Tensor? parts = null)
    {
        var frame = new Frame(step, total, PictureTensors.ToPicture(image), scalars);
        return step < total ? frame : frame with { Arrays = Raw(image, parts) };
    }

    /// <summary>The objective under its name, where there is one.</summary>
    public static Dictionary<string, double> Scalars(double? objective) =>
        objective is { } value ? new() { ["objective"] = value } : [];

    private static Dictionary<string, FloatArray> Raw(Tensor image, Tensor? parts)
    {
        using var single = image.squeeze(0);
        var arrays = new Dictionary<string, FloatArray> { ["image"] = PictureTensors.ToFloatArray(single) };
        if (parts is not null)
        {
            arrays["images"] = PictureTensors.ToFloatArray(parts);
        }

        return arrays;
    }
}
