using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>
/// What a node computes. Operations hold no weights: those are looked up under the node's id at execution.
/// Shapes leave out the batch: [channels, height, width] or [features].
/// </summary>
public abstract record Operation
{
    /// <summary>The operation's name for people, such as <c>convolution</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The tensors it needs by the end of their name, such as <c>weight</c>, with their shapes.</summary>
    public virtual IReadOnlyDictionary<string, long[]> Parameters => NoParameters;

    /// <summary>
    /// Tensors that training writes beside those and evaluation never reads, by the end of their name, with their shapes.
    /// </summary>
    public virtual IReadOnlyDictionary<string, long[]> TrainingOnly => NoParameters;

    private static readonly Dictionary<string, long[]> NoParameters = [];

    /// <summary>
    /// What each cell of the result is computed from, whatever the channels are. What looks at more than the one cell at
    /// its place must say so: receptive fields are computed from it.
    /// </summary>
    public virtual Window Window => Window.Cell;

    /// <summary>The shape of the result; a side that is not positive means that the input is too small.</summary>
    public abstract long[] OutputShape(IReadOnlyList<long[]> inputs);

    /// <summary>Computes the result as a new tensor in the caller's dispose scope.</summary>
    public abstract Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules);
}

/// <summary>The tensors of one node.</summary>
/// <param name="all">The network's tensors by full name.</param>
/// <param name="node">The node's id.</param>
public readonly struct NodeParameters(IReadOnlyDictionary<string, Tensor> all, string node)
{
    /// <summary>The tensor whose name ends so.</summary>
    public Tensor this[string name] => all[$"{node}.{name}"];

    /// <summary>The tensor whose name ends so, or null where the node has none.</summary>
    public Tensor? Optional(string name) => all.GetValueOrDefault($"{node}.{name}");
}
