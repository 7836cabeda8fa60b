using System.Text.RegularExpressions;
using System.Xml.Linq;
using CnnVis.Core.Techniques;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>What holds for every technique's explanation, as it is read on the page.</summary>
public sealed partial class ExplanationTests
{
    private static readonly string[] Sections =
        ["What you see", "The formula", "What to try", "What it does not tell you", "The paper"];

    private static readonly string[] Text = ["h2", "p", "em", "strong", "ul", "li", "dl", "dt", "dd", "a", "figure"];

    private static readonly string[] Formula =
    [
        "math", "mrow", "mi", "mn", "mo", "mspace", "mfrac", "msub", "msup", "msubsup", "munder",
    ];

    private static readonly string[] Attributes =
        ["href", "target", "rel", "display", "stretchy", "movablelimits", "largeop", "mathvariant", "width"];

    private static readonly string[] Sources =
        ["https://arxiv.org/abs/", "https://distill.pub/2017/feature-visualization/", "https://research.google/blog/"];

    // By file, so that none is forgotten.
    public static TheoryData<string> Files =>
        [.. typeof(ITechnique).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal))];

    // Such as CnnVis.Core.Techniques.DeepDream.DeepDream.de.md.
    public static TheoryData<string> Originals => [.. Files.Select(row => row.Data).Where(file => !IsTranslation(file))];

    public static TheoryData<string> Translations => [.. Files.Select(row => row.Data).Where(IsTranslation)];

    [Theory]
    [MemberData(nameof(Originals))]
    public void It_has_the_five_sections_in_their_order(string file) =>
        Assert.Equal(Sections, Read(file).Elements("h2").Select(heading => heading.Value));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_formulas_links_and_parts_of_its_original(string file)
    {
        var (translated, original) = (Read(file), Read(OriginalOf(file)));

        Assert.Equal(original.Elements().Select(part => part.Name), translated.Elements().Select(part => part.Name));
        Assert.Equal(original.Descendants("math").Select(formula => formula.ToString()), translated.Descendants("math").Select(formula => formula.ToString()));
        Assert.Equal(original.Descendants("a").Attributes("href").Select(link => link.Value), translated.Descendants("a").Attributes("href").Select(link => link.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_takes_a_few_minutes_to_read(string file)
    {
        var text = Read(file);
        text.Descendants("math").Remove();

        Assert.InRange(Word().Count(Spoken(text)), 300, 550);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_text_and_formulas_only_without_scripts_and_styles(string file)
    {
        var elements = Read(file).Descendants().ToList();

        Assert.All(elements, element => Assert.Contains(element.Name.LocalName, InFormula(element) ? Formula : Text));
        Assert.All(elements.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_formula_is_followed_by_the_names_of_its_symbols(string file)
    {
        var formulas = Read(file).Elements("figure").ToList();

        Assert.NotEmpty(formulas);
        Assert.All(formulas, formula => Assert.Equal("math", Assert.Single(formula.Elements()).Name.LocalName));
        Assert.All(formulas, formula => Assert.Equal("dl", formula.ElementsAfterSelf().First().Name.LocalName));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_symbol_of_a_formula_goes_unnamed(string file)
    {
        var text = Read(file);
        var used = text.Elements("figure").SelectMany(Symbols).Except(["arg", "max", "mean", "d"]);
        var named = text.Elements("dl").SelectMany(Symbols);

        Assert.Empty(used.Except(named));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_lead_to_the_papers(string file)
    {
        var links = Read(file).Descendants("a").Select(link => (string?)link.Attribute("href") ?? "").ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(Sources, source => link.StartsWith(source, StringComparison.Ordinal)));
    }

    // What is not well-formed XML does not get this far.
    private static XElement Read(string file)
    {
        using var reader = new StreamReader(typeof(ITechnique).Assembly.GetManifestResourceStream(file)!);
        return XElement.Parse($"<article>{ExplanationHtml.From(reader.ReadToEnd())}</article>");
    }

    private static bool IsTranslation(string file) => file.Split('.')[^2].Length == 2;

    private static string OriginalOf(string translation) => translation[..^".de.md".Length] + ".md";

    private static bool InFormula(XElement element) => element.AncestorsAndSelf("math").Any();

    // Letters stand in <mi>; the sum's index, and the cell or colour at which something is taken, are letters too.
    private static IEnumerable<string> Symbols(XElement part) => part.Descendants("mi").Select(symbol => symbol.Value).Distinct();

    private static string Spoken(XElement text) => string.Join(' ', text.DescendantNodes().OfType<XText>().Select(part => part.Value));

    [GeneratedRegex(@"\w[\w’.-]*")]
    private static partial Regex Word();
}
