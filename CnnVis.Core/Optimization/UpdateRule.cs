using CnnVis.Core.Imaging;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>How a gradient becomes a step uphill. It may own tensors: dispose it.</summary>
/// <param name="rate">The step size.</param>
public abstract class UpdateRule(double rate) : IDisposable
{
    /// <summary>The step size; it may change between steps.</summary>
    public double Rate { get; set; } = rate;

    /// <summary>Changes the values in place. Called without gradient recording, inside a dispose scope.</summary>
    public abstract void Apply(Parameter values, Tensor gradient);

    /// <summary>What the rule remembers from step to step, by name, in the caller's dispose scope; nothing before the first step.</summary>
    internal virtual IEnumerable<(string Name, Tensor Value)> Remember() => [];

    /// <summary>Takes up what <see cref="Remember"/> told, for the same values.</summary>
    internal virtual void Recall(Parameter values, IReadOnlyDictionary<string, FloatArray> memory)
    {
    }

    /// <summary>Frees what the rule remembers.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
