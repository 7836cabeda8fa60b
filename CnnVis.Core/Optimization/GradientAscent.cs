using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// The only optimiser loop: each step renders the picture, changes it at random, runs the network as far as the
/// objective looks, and moves the picture's values uphill. The same generator state gives the same steps.
/// </summary>
/// <param name="network">The network that looks.</param>
/// <param name="objective">What to maximise.</param>
/// <param name="image">The picture's values; disposed with the ascent.</param>
/// <param name="rule">How a gradient becomes a step; disposed with the ascent.</param>
/// <param name="transforms">Random changes before each look, in order.</param>
/// <param name="random">The run's own generator; it stays the caller's.</param>
/// <param name="redirected">For so many steps the gradient is led round dead ReLUs: see <see cref="ReluRule"/>.</param>
/// <param name="tile">
/// The network looks at tiles of about that many pixels a side, one after the other, so that memory does not grow with
/// the picture: see <see cref="TiledLook"/>. 0 means the whole picture at once.
/// </param>
public sealed class GradientAscent(
    Network network,
    Objective objective,
    ImageParameterization image,
    UpdateRule rule,
    IReadOnlyList<ImageTransform> transforms,
    Generator random,
    int redirected = 0,
    int tile = 0) : IDisposable
{
    /// <summary>Steps in which what is silent at the start may wake up, as in Olah et al. 2017.</summary>
    public const int WakingSteps = 16;

    private static readonly ExecutionRules Redirecting = new(Relu: ReluRule.Redirected);
    private Objective _objective = objective;
    private IReadOnlyList<ImageTransform> _transforms = transforms;
    private int _steps;

    // What was shown after a step is what the next one begins with: rendered once, with the way back to the values.
    private Tensor? _picture;

    /// <summary>Does one step.</summary>
    /// <returns>The objective of the picture before the step, as the network saw it after the random changes.</returns>
    public double Step()
    {
        using var scope = NewDisposeScope();
        var picture = Picture();
        var seen = _transforms.Aggregate(picture, (current, change) => change.Apply(current, random));
        var rules = _steps++ < redirected ? Redirecting : ExecutionRules.Evaluation;
        var (value, gradient) = tile > 0
            ? Look(seen, rules)
            : Slope(_objective.Evaluate(new Evaluation(network.Activations(seen, _objective.Layers, rules), picture)));
        using (no_grad())
        {
            rule.Apply(image.Values, gradient);
            image.Constrain();
        }

        Forget();
        return value;
    }

    /// <summary>From the next step on it climbs by these.</summary>
    public void Change(Objective objective, double rate, IReadOnlyList<ImageTransform> transforms) =>
        (_objective, rule.Rate, _transforms) = (objective, rate, transforms);

    /// <summary>All that decides its next steps, by name: what <see cref="Recall"/> takes.</summary>
    internal IReadOnlyDictionary<string, FloatArray> Remember()
    {
        using var scope = NewDisposeScope();
        IEnumerable<(string Name, Tensor Value)> memory =
        [
            ("values", image.Values), ("random", random.get_state()), ("taken", tensor((float)_steps)), .. rule.Remember(),
        ];
        return memory.ToDictionary(one => one.Name, one => PictureTensors.ToFloatArray(one.Value.detach().to(ScalarType.Float32)));
    }

    /// <summary>Goes on where an ascent of the same kind stood when it was asked to remember.</summary>
    internal void Recall(IReadOnlyDictionary<string, FloatArray> memory)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        Forget();
        PictureTensors.Fill(image.Values, memory["values"]);
        random.set_state(PictureTensors.ToTensor(memory["random"]).to(ScalarType.Byte));
        _steps = (int)memory["taken"].Values[0];
        rule.Recall(image.Values, memory);
    }

    /// <summary>The pictures as they stand, [batch, 3, height, width] in 0..1, in the caller's dispose scope; not to be written to.</summary>
    public Tensor Render() => Picture().detach();

    /// <summary>Frees the picture's values and what the rule remembers.</summary>
    public void Dispose()
    {
        Forget();
        image.Dispose();
        rule.Dispose();
    }

    private Tensor Picture()
    {
        using var recording = enable_grad();
        return _picture ??= image.Render().DetachFromDisposeScope();
    }

    private void Forget()
    {
        _picture?.Dispose();
        _picture = null;
    }

    private (double Value, Tensor Gradient) Slope(Tensor value) =>
        (value.ToDouble(), autograd.grad([value], [image.Values])[0]);

    // What the tiles found for the changed picture goes back through the changes as one.
    private (double Value, Tensor Gradient) Look(Tensor seen, ExecutionRules rules)
    {
        var (value, gradient) = TiledLook.At(seen, tile, random, one =>
            _objective.Evaluate(new Evaluation(network.Activations(one, _objective.Layers, rules), one)));
        return (value, autograd.grad([seen], [image.Values], [gradient])[0]);
    }
}
