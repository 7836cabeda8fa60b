using System.Globalization;
using Bunit;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Components.Layout;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Languages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CnnVis.Tests.Web.Languages;

public sealed class GermanPageTests : ComponentContext
{
    public GermanPageTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");

    [Fact]
    public void Its_words_are_German() =>
        Assert.Equal("Dunkle Farben verwenden", Render<ThemeToggle>().Find("button").GetAttribute("title"));

    [Fact]
    public void The_technique_is_explained_in_German() => Assert.Equal(
        "Was du siehst", Render<HowItWorks>(with => with.Add(it => it.Technique, "deepdream")).Find("h2").TextContent);

    [Fact]
    public void It_stays_German_whatever_thread_renders_it()
    {
        var words = Services.GetRequiredService<IStringLocalizer<Words>>();

        CultureInfo.CurrentUICulture = Language.English;

        Assert.Equal("Galerie", words["Gallery"]);
    }

    [Fact]
    public void What_nobody_translated_is_shown_in_English()
    {
        var word = Services.GetRequiredService<IStringLocalizer<Words>>()["Unheard of: {0}", 1.5];

        Assert.Equal(("Unheard of: 1.5", true), (word.Value, word.ResourceNotFound));
    }

    [Fact]
    public void Each_other_language_is_offered_in_its_own_words() =>
        Assert.Equal("English", Assert.Single(Render<LanguageSwitch>().FindAll("button")).TextContent);
}
