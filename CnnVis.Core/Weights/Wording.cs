namespace CnnVis.Core.Weights;

/// <summary>How names and shapes from a file appear in a sentence.</summary>
internal static class Wording
{
    private const int LongestName = 80;

    /// <summary>A name from a file, which may be anything: shortened, without control characters.</summary>
    public static string Plain(string name)
    {
        var shown = name.Length <= LongestName ? name : name[..LongestName] + "…";
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }

    public static string Quoted(string name) => $"\"{Plain(name)}\"";

    public static string Shape(IReadOnlyCollection<long> shape) => shape.Count == 0 ? "scalar" : string.Join('×', shape);
}
