using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.NeuronOptimization;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>A choice among the means against noise, as a lesson in four steps.</summary>
/// <param name="On">The ids of the <see cref="NeuronEnemy"/> that are on; all others are off.</param>
internal sealed record NeuronPreset(string Title, string What, IReadOnlyList<string> On)
{
    public static IReadOnlyList<NeuronPreset> All { get; } =
    [
        new(Key("Nothing"), Key("Raw gradient ascent, led round dead ReLUs so that it can begin: the neuron is delighted, and we see noise."), ["redirect"]),
        new(Key("Penalties"), Key("Roughness and strong colours are punished directly."), ["variation", "blur-away", "l1-norm", "redirect"]),
        new(Key("Robustness"), Key("Only what survives being moved can grow."), ["shift", "zoom", "turn", "redirect"]),
        new(Key("The usual"), Key("Robust, and turned where shapes and colours do not fight: the usual way."),
            ["fourier", "decorrelate", "shift", "zoom", "turn", "redirect"]),
    ];

    /// <summary>The preset that these options follow, or null.</summary>
    public static NeuronPreset? Of(NeuronOptions options) =>
        All.FirstOrDefault(preset => NeuronEnemy.All.All(enemy => enemy.IsOn(options) == preset.On.Contains(enemy.Id)));

    /// <summary>The options with exactly these means on.</summary>
    public NeuronOptions Apply(NeuronOptions options, NetworkInfo network) => NeuronEnemy.All.Aggregate(
        options, (current, enemy) => enemy.Switch(current, On.Contains(enemy.Id), network));
}
