namespace CnnVis.Core.Networks;

/// <summary>How a network is executed; a choice of the caller, never a change to the network.</summary>
/// <param name="Training">Whether batch normalisation uses, and updates, the statistics of the batch.</param>
/// <param name="Relu">Which gradient passes a ReLU.</param>
public sealed record ExecutionRules(bool Training = false, ReluRule Relu = ReluRule.Standard)
{
    /// <summary>Evaluation as usual.</summary>
    public static ExecutionRules Evaluation { get; } = new();
}

/// <summary>Which gradient passes a ReLU. What it computes forward is always the same.</summary>
public enum ReluRule
{
    /// <summary>The derivative: 1 where the input is positive, 0 elsewhere.</summary>
    Standard,

    /// <summary>As usual, but where that would be nothing at all: see <see cref="Operations.RedirectedRelu"/>.</summary>
    Redirected,

    /// <summary>Only what is positive passes, backward as well as forward: see <see cref="Operations.GuidedRelu"/>.</summary>
    Guided,
}
