using AngleSharp.Dom;
using Bunit;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public sealed class HowItWorksTests : ComponentContext
{
    [Fact]
    public void It_is_the_reader_who_opens_the_explanation() =>
        Assert.False(Show().Find("details").HasAttribute("open"));

    [Fact]
    public void Links_open_beside_the_page_and_know_nothing_of_it()
    {
        var links = Show().FindAll("article a");

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(("_blank", "noopener"), (link.GetAttribute("target"), link.GetAttribute("rel"))));
    }

    [Fact]
    public void Symbols_and_their_names_form_a_list_of_definitions()
    {
        var list = Show().Find("article figure + dl");

        Assert.Equal("x", list.QuerySelector("dt math")!.TextContent);
        Assert.StartsWith("the picture", list.QuerySelector("dd")!.TextContent);
        Assert.Equal(list.QuerySelectorAll("dt").Length, list.QuerySelectorAll("dd").Length);
    }

    private IRenderedComponent<HowItWorks> Show() => Render<HowItWorks>(with => with.Add(it => it.Technique, "neuron"));
}
