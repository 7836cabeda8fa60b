using CnnVis.Core.Imaging;

namespace CnnVis.Core.Techniques;

/// <summary>Where a run stood after a step: all that it takes to go on as if it had never stopped.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Values">Numbers by names that only the technique knows.</param>
public sealed record Checkpoint(int Step, IReadOnlyDictionary<string, FloatArray> Values)
{
    /// <summary>Values under a name that goes before theirs, as <see cref="Part"/> reads them.</summary>
    internal static IEnumerable<KeyValuePair<string, FloatArray>> Under(string name, IReadOnlyDictionary<string, FloatArray> values) =>
        values.Select(value => KeyValuePair.Create($"{name}/{value.Key}", value.Value));

    /// <summary>The values that stand under a name.</summary>
    internal IReadOnlyDictionary<string, FloatArray> Part(string name) => Values
        .Where(value => value.Key.StartsWith($"{name}/", StringComparison.Ordinal))
        .ToDictionary(value => value.Key[(name.Length + 1)..], value => value.Value);
}
