using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.ContentInversion;

/// <summary>The inversion of one layer.</summary>
internal sealed class Inversion : IDisposable
{
    private readonly ContentDistance _distance;
    private readonly GradientAscent _ascent;
    private readonly Network _network;
    private readonly Generator _random;

    /// <param name="original">The picture whose activations are to be met, [1, 3, size, size] in 0..1.</param>
    public Inversion(Network network, TechniqueInput input, ContentOptions options, string layer, Tensor original)
    {
        (_network, Layer) = (network, layer);
        _distance = ContentDistance.To(_network, layer, original);
        Blank = Measure(() => full_like(original, 0.5));
        _random = new Generator((ulong)input.Seed); // each layer starts from the same noise
        var start = new StartPictures(options.Start, options.Parameterization, options.Size!.Value).Make(StartOf(input, options), _random);
        _ascent = new GradientAscent(
            _network, Objective(options), start, new Adam(options.Rate), [], _random, GradientAscent.WakingSteps);
    }

    /// <summary>The layer's id.</summary>
    public string Layer { get; }

    /// <summary>The relative distance of a grey picture.</summary>
    public double Blank { get; }

    /// <summary>The relative distance as it was found last: a step finds that of the picture it begins with.</summary>
    public double Error => _distance.Last;

    /// <summary>Does one step.</summary>
    /// <returns>The objective, minus the loss, of the picture before it.</returns>
    public double Step() => _ascent.Step();

    /// <summary>From the next step on these options hold.</summary>
    public void Change(ContentOptions options) => _ascent.Change(Objective(options), options.Rate, []);

    /// <inheritdoc cref="GradientAscent.Remember"/>
    public IReadOnlyDictionary<string, FloatArray> Remember() => _ascent.Remember();

    /// <inheritdoc cref="GradientAscent.Recall"/>
    public void Recall(IReadOnlyDictionary<string, FloatArray> memory) => _ascent.Recall(memory);

    /// <summary>Finds the error of the picture as it stands, at the cost of a forward pass.</summary>
    public void Measure() => Measure(_ascent.Render);

    /// <summary>The picture as it stands, [1, 3, size, size] in 0..1, in the caller's dispose scope.</summary>
    public Tensor Render() => _ascent.Render();

    /// <summary>Frees what it holds across steps.</summary>
    public void Dispose()
    {
        _ascent.Dispose();
        _distance.Dispose();
        _random.Dispose();
    }

    private static Picture? StartOf(TechniqueInput input, ContentOptions options) =>
        options.StartPicture is not { } id || options.Start != StartKind.Picture ? input.Picture
        : input.Pictures.TryGetValue(id, out var picture) ? picture
        : throw new UnknownThingException("picture", id, "It was to be the start: choose another one.");

    private double Measure(Func<Tensor> make)
    {
        using var image = make();
        return _distance.Measure(_network, image);
    }

    private Objective Objective(ContentOptions options)
    {
        var wanted = -1 * _distance.Square;
        var smooth = options.TotalVariation ?? ContentDefaults.TotalVariation(_network.Info, Layer);
        wanted = smooth > 0 ? wanted - (smooth * Regularizers.TotalVariationNorm(options.Beta)) : wanted;
        var bounded = options.AlphaNorm ?? ContentDefaults.AlphaNorm;
        return bounded > 0 ? wanted - (bounded * Regularizers.AlphaNorm(options.Alpha)) : wanted;
    }
}
