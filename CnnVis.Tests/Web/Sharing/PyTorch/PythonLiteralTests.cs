using System.Text.Json;
using CnnVis.Tests.Support;
using CnnVis.Web.Sharing.PyTorch;

namespace CnnVis.Tests.Web.Sharing.PyTorch;

/// <summary>What Python reads is what was written, whatever that is.</summary>
public sealed class PythonLiteralTests
{
    private static readonly string[] Harmful =
    [
        "", "'", "\"", "\"\"\"", "'''", "\\", "\\\"", "a\nb", "a\r\nb", "\u2028\u2029\u0085\f\v", "\0", "{0}{x}%s", "#", "é 犬 🐕",
        "\u202eesrever", PyTorchFixture.Harm, "\" + __import__('os').system('false') + \"",
    ];

    [Fact]
    public void Python_reads_every_text_as_it_was()
    {
        var (code, printed, complaint) = Python.Run("-c", $"""
            import json
            print(json.dumps({PythonLiteral.Of(Harmful)}))
            """);

        Assert.True(code == 0, complaint);
        Assert.Equal(Harmful, JsonSerializer.Deserialize<string[]>(printed)!);
    }

    [Fact]
    public void No_text_ends_a_comment_or_a_docstring()
    {
        foreach (var text in Harmful)
        {
            Assert.DoesNotContain(PythonLiteral.Plain(text), c => c is '"' or '\\' || char.IsControl(c) || char.GetUnicodeCategory(c) is
                System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Format);
        }
    }

    [Fact]
    public void Numbers_nothing_and_collections_are_told()
    {
        Assert.Equal("None", PythonLiteral.Of(null));
        Assert.Equal("[True, False]", PythonLiteral.Of(new[] { true, false }));
        Assert.Equal("[1E-05, 0.1, -3]", PythonLiteral.Of(new object[] { 1e-5, 0.1, -3L }));
        Assert.Equal("[(1, -2), (3, 4)]", PythonLiteral.Of(new[] { (1, -2), (3, 4) }));
        Assert.Equal("{\"features.7\": 0.5}", PythonLiteral.Of(new Dictionary<string, double> { ["features.7"] = 0.5 }));
        Assert.Throws<ArgumentException>(() => PythonLiteral.Of(double.NaN));
    }
}
