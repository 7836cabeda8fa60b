using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>How a gradient becomes a step uphill. It may own tensors: dispose it.</summary>
public abstract class UpdateRule : IDisposable
{
    /// <summary>Changes the values in place. Called without gradient recording, inside a dispose scope.</summary>
    public abstract void Apply(Parameter values, Tensor gradient);

    /// <summary>Frees what the rule remembers.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
