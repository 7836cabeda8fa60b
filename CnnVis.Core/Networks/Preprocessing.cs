using static TorchSharp.torch;

namespace CnnVis.Core.Networks;

/// <summary>How a network wants its input: the order of the colours, their scale, and what is subtracted and divided.</summary>
/// <param name="Range">The value of full brightness before the mean is subtracted: 1 or 255.</param>
/// <param name="Mean">Subtracted from each colour, in the network's order.</param>
/// <param name="Deviation">Divided by, in the network's order.</param>
/// <param name="BlueFirst">Whether the network reads blue, green, red.</param>
public sealed record Preprocessing(
    double Range,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Deviation,
    bool BlueFirst = false)
{
    /// <summary>torchvision's convention: red first, 0..1, the mean and deviation of ImageNet.</summary>
    public static Preprocessing TorchVision { get; } = new(1, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);

    /// <summary>Red first, from 0..1 to -1..1: what torchvision's GoogLeNet computes with once it has transformed its input.</summary>
    public static Preprocessing Halves { get; } = new(1, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]);

    /// <summary>Caffe's convention: blue first, 0..255, the mean colour of ImageNet subtracted.</summary>
    public static Preprocessing Caffe { get; } = new(255, [104, 117, 123], [1, 1, 1], BlueFirst: true);

    /// <summary>Turns a picture into the network's input. Differentiable.</summary>
    /// <param name="image">[batch, 3, height, width] in 0..1, red first.</param>
    public Tensor Normalize(Tensor image)
    {
        // In torchvision's order of rounding: a last bit more or less opens other ReLUs, and gradients would not compare.
        using var mean = PerColour(image, Mean);
        using var deviation = PerColour(image, Deviation);
        using var ordered = BlueFirst ? image.flip(1) : image.alias();
        using var ranged = Range == 1 ? ordered.alias() : ordered * Range;
        using var centred = ranged - mean;
        return centred / deviation;
    }

    private static Tensor PerColour(Tensor image, IReadOnlyList<double> values) =>
        tensor(values.ToArray(), [1, 3, 1, 1], dtype: image.dtype);
}
