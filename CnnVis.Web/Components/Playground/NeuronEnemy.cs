using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.NeuronOptimization;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// One of the means against noise that only a network can see, after "The Enemy of Feature Visualization" in
/// Olah et al. 2017: it can be switched off, to see why it is there.
/// </summary>
/// <param name="Id">Its name in tests.</param>
/// <param name="Title">Its name for people, a key of <see cref="Languages.Words"/>.</param>
/// <param name="Without">What goes wrong without it, one sentence, a key too.</param>
/// <param name="IsOn">Whether these options use it.</param>
/// <param name="Switch">The options with it, or without.</param>
public sealed record NeuronEnemy(
    string Id,
    string Title,
    string Without,
    Func<NeuronOptions, bool> IsOn,
    Func<NeuronOptions, bool, NetworkInfo, NeuronOptions> Switch)
{
    private static readonly NeuronOptions Usual = new();

    public static IReadOnlyList<NeuronEnemy> All { get; } =
    [
        new("fourier", Key("Fourier spectrum"), Key("Pixel by pixel, fine specks grow faster than shapes, and never let them come up."),
            options => options.Parameterization == ParameterizationKind.Fourier,
            (options, on, _) => options with { Parameterization = on ? ParameterizationKind.Fourier : ParameterizationKind.Pixels }),
        new("decorrelate", Key("Decorrelated colours"), Key("Red, green and blue are turned one by one, and natural tints give way to garish ones."),
            options => options.Decorrelate,
            (options, on, _) => options with { Decorrelate = on }),
        new("shift", Key("Shift"), Key("Every pixel may rely on its exact place, and a fine checkerboard of the network's own grid appears."),
            options => options.Jitter > 0,
            (options, on, _) => options with { Jitter = on ? Usual.Jitter : 0 }),
        new("zoom", Key("Zoom"), Key("Patterns need to work at one size only, so that they stay small and fragile."),
            options => options.Scale > 0,
            (options, on, _) => options with { Scale = on ? Usual.Scale : 0 }),
        new("turn", Key("Rotation"), Key("Lines may hold at one angle only, and what would survive a nod of the head is not told apart."),
            options => options.Rotate > 0,
            (options, on, _) => options with { Rotate = on ? Usual.Rotate : 0 }),
        new("variation", Key("Total variation"), Key("Nothing minds if neighbours differ, and grain is as good as a smooth surface."),
            options => options.TotalVariation > 0,
            (options, on, network) => options with { TotalVariation = on ? Strength(network) : 0 }),
        new("blur-away", Key("Blur"), Key("High frequencies, to which networks answer strongly and which we hardly see, pile up."),
            options => options.Blur > 0,
            (options, on, network) => options with { Blur = on ? 10 * Strength(network) : 0 }),
        new("l1-norm", Key("L1"), Key("Every corner is filled, even where the neuron does not look."),
            options => options.L1 > 0,
            (options, on, network) => options with { L1 = on ? Strength(network) / 5 : 0 }),
        new("l2-norm", Key("L2"), Key("Nothing holds colours back from full black, white and neon."),
            options => options.L2 > 0,
            (options, on, network) => options with { L2 = on ? Strength(network) / 5 : 0 }),
        new("redirect", Key("A way round dead ReLUs"), Key("A channel that is silent at the start gets no gradient at all, and the picture stays grey."),
            options => options.Redirect,
            (options, on, _) => options with { Redirect = on }),
    ];

    /// <summary>
    /// A weight that a penalty needs to be felt: it competes with the objective, which is in the hundreds and more in
    /// networks for photographs, and small in one for drawings.
    /// </summary>
    public static double Strength(NetworkInfo network) => network.InputSize < 100 ? 1.5 : 1000;
}
