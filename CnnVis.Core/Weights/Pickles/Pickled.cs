using System.Globalization;
using System.Numerics;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// Plain values that come out of a pickle: <c>null</c>, <see cref="bool"/>, <see cref="BigInteger"/>, <see cref="double"/>,
/// <see cref="string"/>, lists, tuples (as arrays), dictionaries and tensors.
/// </summary>
internal static class Pickled
{
    public const string Damaged = "its pickle is damaged";

    public static T As<T>(object? value) => value is T wanted ? wanted : throw new WeightsRefusedException(Damaged);

    /// <summary>A whole number that fits 64 bits.</summary>
    public static long Integer(object? value)
    {
        var integer = As<BigInteger>(value);
        Refuse.If(integer < long.MinValue || integer > long.MaxValue, Damaged);
        return (long)integer;
    }

    /// <summary>A shape or strides: a tuple of whole numbers, no longer than a shape may be.</summary>
    public static long[] Integers(object? tuple)
    {
        var items = As<object?[]>(tuple);
        // Before the copy: one remembered tuple could serve many tensors.
        Refuse.If(items.Length > TensorShape.HighestRank, "a tensor has too many dimensions");
        return [.. items.Select(Integer)];
    }

    /// <summary>
    /// A dictionary key as text. State dicts have only such keys; an optimizer's numbers beside them become text too,
    /// because texts hash in a way no file can foresee.
    /// </summary>
    public static string Key(object? value) => value switch
    {
        string text => text,
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new WeightsRefusedException("it has a dictionary whose keys are neither names nor numbers"),
    };

    public static Dictionary<string, object?> Dictionary(IEnumerable<object?[]> pairs)
    {
        var dictionary = new Dictionary<string, object?>();
        foreach (var pair in pairs)
        {
            AddPairs(dictionary, pair.Length == 2 ? pair : throw new WeightsRefusedException(Damaged));
        }
        return dictionary;
    }

    public static void AddPairs(Dictionary<string, object?> dictionary, object?[] flat)
    {
        Refuse.If(flat.Length % 2 != 0, Damaged);
        for (var i = 0; i < flat.Length; i += 2)
        {
            dictionary[Key(flat[i])] = flat[i + 1];
        }
    }
}
