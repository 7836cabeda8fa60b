using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// Attributes a score to the numbers of the preprocessed input, better with each step. It may own tensors: dispose it.
/// </summary>
/// <param name="steps">The number of steps to the final attribution.</param>
internal abstract class Attributor(int steps) : IDisposable
{
    /// <summary>The number of steps to the final attribution.</summary>
    public int Steps { get; } = steps;

    /// <summary>Named numbers of the step done last, such as <c>explained</c>.</summary>
    public virtual IReadOnlyDictionary<string, double> Scalars { get; } = new Dictionary<string, double>();

    /// <summary>Takes the next look.</summary>
    /// <returns>The attribution as far as it is known, [1, 3, height, width], in the caller's dispose scope.</returns>
    public abstract Tensor Step();

    public virtual void Dispose()
    {
    }
}
