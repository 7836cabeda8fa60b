using CnnVis.Core.Imaging;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>Adam (Kingma and Ba 2014, arXiv 1412.6980, algorithm 1), uphill.</summary>
/// <param name="rate">The step size.</param>
public sealed class Adam(double rate) : UpdateRule(rate)
{
    private TorchSharp.Modules.Adam? _optimizer;

    /// <inheritdoc/>
    public override void Apply(Parameter values, Tensor gradient)
    {
        Begin(values);
        foreach (var group in _optimizer!.ParamGroups)
        {
            group.LearningRate = Rate;
        }

        values.grad = gradient;
        _optimizer.step();
        values.grad = null;
    }

    /// <inheritdoc/>
    internal override IEnumerable<(string Name, Tensor Value)> Remember() => _optimizer is null ? [] :
    [
        ("steps", tensor((float)Memory.step)), ("mean", Memory.exp_avg), ("square", Memory.exp_avg_sq),
    ];

    /// <inheritdoc/>
    internal override void Recall(Parameter values, IReadOnlyDictionary<string, FloatArray> memory)
    {
        if (!memory.TryGetValue("steps", out var steps))
        {
            return;
        }

        Begin(values);
        Memory.step = (long)steps.Values[0];
        PictureTensors.Fill(Memory.exp_avg, memory["mean"]);
        PictureTensors.Fill(Memory.exp_avg_sq, memory["square"]);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _optimizer?.Dispose();
        base.Dispose();
    }

    // There is one parameter, so one state.
    private TorchSharp.Modules.Adam.State Memory => (TorchSharp.Modules.Adam.State)_optimizer!.state_dict().State[0];

    private void Begin(Parameter values) => _optimizer ??= optim.Adam([values], Rate, maximize: true);
}
