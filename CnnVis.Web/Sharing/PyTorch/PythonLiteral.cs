using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>Values as Python writes them. Whatever a text holds, it stays a text: nothing can end it early.</summary>
internal static class PythonLiteral
{
    private const int LineLength = 110;

    /// <summary>
    /// A text, a number, a truth value, nothing, a tuple, a dictionary by texts, or a list of such.
    /// </summary>
    public static string Of(object? value) => value switch
    {
        null => "None",
        bool truth => truth ? "True" : "False",
        string text => Of(text),
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))})",
        IDictionary entries => $"{{{string.Join(", ", entries.Keys.Cast<object>().Select(key => $"{Of(key)}: {Of(entries[key])}"))}}}",
        IEnumerable list => List([.. list.Cast<object?>().Select(Of)]),
        _ => throw new ArgumentException($"Python has no literal for {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>A text inside a comment or a docstring: what could end either becomes a question mark.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') || (c > '~' && char.IsLetterOrDigit(c)) ? c : '?'));

    // All but plain letters as escapes, so that no editor, encoding or direction of writing can change what is read.
    private static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value is >= ' ' and <= '~' and not ('"' or '\\')
                ? literal.Append((char)rune.Value)
                : literal.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }

        return literal.Append('"').ToString();
    }

    private static string List(string[] items)
    {
        var line = $"[{string.Join(", ", items)}]";
        return line.Length <= LineLength ? line : $"[\n{string.Concat(Lines(items))}]";
    }

    private static IEnumerable<string> Lines(string[] items)
    {
        var line = "   ";
        foreach (var item in items)
        {
            if (line.Length + item.Length + 2 > LineLength && line.Length > 4)
            {
                yield return $"{line}\n";
                line = "   ";
            }

            line += $" {item},";
        }

        yield return $"{line}\n";
    }
}
