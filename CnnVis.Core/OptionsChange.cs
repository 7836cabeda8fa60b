namespace CnnVis.Core;

/// <summary>Options that were changed while a run went on.</summary>
/// <param name="After">The last step before the change: it holds from the next one on.</param>
/// <param name="Options">The new values by the options' names, such as <c>rate</c>: see <see cref="Techniques.LiveOptions"/>.</param>
public sealed record OptionsChange(int After, IReadOnlyDictionary<string, double> Options);
