using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CnnVis.Core;

/// <summary>
/// A sentence for people that remembers what was put into it, so that pages can say it in their language. It is written
/// as a text: <c>$"There is no {thing}."</c>; a text that was put together before is a sentence without gaps.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence
{
    private readonly StringBuilder _pattern;
    private readonly List<object?> _values = [];

    /// <summary>Called by the compiler for an interpolated text.</summary>
    public Sentence(int literalLength, int formattedCount) => _pattern = new StringBuilder(literalLength + (4 * formattedCount));

    private Sentence(string pattern, params IEnumerable<object?> values)
    {
        _pattern = new StringBuilder(pattern);
        _values.AddRange(values);
    }

    /// <summary>The sentence with <c>{0}</c> and so on where values go; as it stands if there are none.</summary>
    public string Pattern => _pattern.ToString();

    /// <summary>What goes into it, in order; perhaps sentences again.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>A sentence whose pattern was put together, so that each has its own translation.</summary>
    public static Sentence Of(string pattern, params IEnumerable<object?> values) => new(pattern, values);

    /// <summary>Several, one after the other.</summary>
    public static Sentence Joined(IReadOnlyList<Sentence> sentences) =>
        sentences.Count == 1 ? sentences[0] : new(string.Join(' ', sentences.Select((_, place) => $"{{{place}}}")), sentences);

    /// <summary>A text without gaps; none for none.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Sentence?(string? text) => text is null ? null : new(text);

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string text) => _pattern.Append(text);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        _pattern.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}{(format is null ? "" : ":" + format)}}}");
        _values.Add(value);
    }

    /// <summary>In English.</summary>
    public override string ToString() => _values.Count == 0 ? Pattern : string.Format(CultureInfo.InvariantCulture, Pattern, [.. _values]);
}
