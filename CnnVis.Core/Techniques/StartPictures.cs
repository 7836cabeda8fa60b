using CnnVis.Core.Imaging;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques;

/// <summary>What an optimisation of square pictures starts from.</summary>
/// <param name="Kind">Noise, grey or the chosen picture.</param>
/// <param name="Side">The sides of each picture in pixels.</param>
internal sealed record StartPictures(StartKind Kind, ParameterizationKind Parameterization, int Side)
{
    // Pictures that start alike and are changed alike stay alike; this faint a noise is not seen.
    private const double Apart = 0.01;

    /// <summary>The number of pictures.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Whether the colours are decorrelated.</summary>
    public bool Decorrelate { get; init; } = true;

    /// <summary>The start as values that an optimiser can turn.</summary>
    /// <param name="picture">The chosen picture, if it starts from that: its middle square is taken.</param>
    public ImageParameterization Make(Picture? picture, Generator random)
    {
        if (Kind == StartKind.Noise)
        {
            return Parameterization == ParameterizationKind.Fourier
                ? FourierParameterization.FromNoise(Side, random, Batch, Decorrelate)
                : SigmoidPixels.FromNoise(Side, random, Batch, Decorrelate);
        }

        using var scope = NewDisposeScope();
        var image = Images(picture, random);
        return Parameterization == ParameterizationKind.Fourier
            ? FourierParameterization.FromPicture(image, Decorrelate)
            : SigmoidPixels.FromPicture(image, Decorrelate);
    }

    private Tensor Images(Picture? picture, Generator random)
    {
        var one = Kind == StartKind.Grey
            ? full(1, 3, Side, Side, 0.5f)
            : PictureTensors.ToTensor(PictureResizer.Square(picture!, Side));
        return Batch == 1 ? one : one + (Apart * randn([Batch, 3, Side, Side], generator: random));
    }
}
