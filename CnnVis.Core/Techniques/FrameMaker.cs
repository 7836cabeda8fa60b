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
    public Frame Make(int step, Tensor image, double? objective = null)
    {
        var scalars = new Dictionary<string, double>();
        if (objective is { } value)
        {
            scalars["objective"] = value;
        }

        var frame = new Frame(step, total, PictureTensors.ToPicture(image), scalars);
        return step < total ? frame : frame with { Arrays = Raw(image) };
    }

    private static Dictionary<string, FloatArray> Raw(Tensor image)
    {
        using var single = image.squeeze(0);
        return new Dictionary<string, FloatArray> { ["image"] = PictureTensors.ToFloatArray(single) };
    }
}
