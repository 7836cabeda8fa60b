using CnnVis.Web.Hosting;

namespace CnnVis.Tests.Web.Hosting;

public sealed class EmbedParentsTests
{
    [Theory]
    [InlineData(null, "'self'")]
    [InlineData("  ", "'self'")]
    [InlineData("https://school.example", "'self' https://school.example")]
    [InlineData(" https://a.example \n http://*.b.example:8080 ", "'self' https://a.example http://*.b.example:8080")]
    [InlineData("https://a.example *", "*")]
    public void Frame_ancestors_are_ourselves_and_who_is_named(string? setting, string sources)
    {
        Assert.Null(EmbedParents.Problem(setting));
        Assert.Equal(sources, EmbedParents.Sources(setting));
    }

    [Theory]
    [InlineData("school.example")]
    [InlineData("https://school.example/page")]
    [InlineData("https://school.example;script-src")]
    [InlineData("https://a.example,https://b.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("'none'")]
    [InlineData("https://")]
    public void What_is_no_origin_is_named_in_a_sentence(string entry)
    {
        var problem = EmbedParents.Problem($"https://good.example {entry}");

        Assert.StartsWith($"CnnVis:EmbedParents names \"{entry}\", which is no origin", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }
}
