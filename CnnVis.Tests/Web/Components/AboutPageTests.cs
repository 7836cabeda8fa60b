using Bunit;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Drawings;
using CnnVis.Web.Components.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components;

public sealed class AboutPageTests : ComponentContext
{
    public AboutPageTests() => Services.AddSingleton(new NetworkCatalog());

    [Fact]
    public void Every_set_that_was_trained_on_is_credited_with_its_licence()
    {
        var credits = Render<AboutPage>().FindAll("[data-testid=credits] li").Select(line => line.TextContent).ToList();

        Assert.Equal(9, credits.Count);
        Assert.All(
            DrawingSet.All.Where(set => !set.HeldOut),
            set => Assert.Contains(credits, line => line.Contains(set.Title, StringComparison.Ordinal) && line.Contains(set.Licence, StringComparison.Ordinal)));
    }

    [Fact]
    public void It_lists_every_class_in_both_languages()
    {
        var classes = Render<AboutPage>().FindAll("[data-testid=classes] li").Select(line => line.TextContent).ToList();

        Assert.Equal(122, classes.Count);
        Assert.Equal("dog Hund", classes[0]);
    }

    [Fact]
    public void It_says_whether_a_network_that_knows_photographs_is_here() =>
        Assert.Equal("No such network is here yet.", Render<AboutPage>().Find("[data-testid=ready]").TextContent);
}
