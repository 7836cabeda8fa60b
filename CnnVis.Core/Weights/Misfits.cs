using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>Where weights and the network they are meant for disagree, each line in the order of names.</summary>
internal sealed record Misfits(
    IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<string> Misshapen)
{
    private const int Shown = 5;

    public bool Any => Missing.Count + Unexpected.Count + Misshapen.Count > 0;

    public static Misfits Between(
        IReadOnlyDictionary<string, long[]> expected,
        IReadOnlyDictionary<string, long[]> optional,
        IReadOnlyDictionary<string, Tensor> found)
    {
        var known = expected.Concat(optional).ToDictionary();
        return new(
            Sorted(expected.Keys.Where(name => !found.ContainsKey(name))),
            Sorted(found.Keys.Where(name => !known.ContainsKey(name))),
            Sorted(
                known.Keys.Where(found.ContainsKey).Where(name => !known[name].SequenceEqual(found[name].shape)),
                name => Misshaped(name, found[name].shape, known[name])));
    }

    /// <summary>The disagreements as the end of a sentence.</summary>
    public override string ToString() => string.Join("; ", new[]
    {
        List("missing", Missing),
        List("unexpected", Unexpected),
        List("of another shape", Misshapen),
    }.Where(part => part.Length > 0));

    private static string Misshaped(string name, long[] found, long[] expected) =>
        $"{Wording.Quoted(name)} ({Wording.Shape(found)} instead of {Wording.Shape(expected)})";

    private static List<string> Sorted(IEnumerable<string> names, Func<string, string>? show = null) =>
        [.. names.Order(StringComparer.Ordinal).Select(show ?? Wording.Quoted)];

    private static string List(string what, IReadOnlyList<string> items)
    {
        var rest = items.Count > Shown ? $" and {items.Count - Shown} more" : "";
        return items.Count == 0 ? "" : $"{what} {string.Join(", ", items.Take(Shown))}{rest}";
    }
}
