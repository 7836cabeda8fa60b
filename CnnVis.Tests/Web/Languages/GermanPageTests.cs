using System.Globalization;
using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Training.Drawings;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Classrooms.Lessons;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Components.Layout;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Languages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CnnVis.Tests.Web.Languages;

public sealed class GermanPageTests : ComponentContext
{
    private IStringLocalizer<Words> German => Services.GetRequiredService<IStringLocalizer<Words>>();

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
        var words = German;

        CultureInfo.CurrentUICulture = Language.English;

        Assert.Equal("Galerie", words["Gallery"]);
    }

    [Fact]
    public void What_went_wrong_is_told_in_German_to_people_and_in_English_to_programs()
    {
        var problem = new UnknownThingException("layer", "relu9", $"{"AlexNet"} has layers such as {"relu1"}.");

        Assert.Equal("Die Schicht „relu9“ gibt es nicht. AlexNet hat Schichten wie relu1.", German.Tell(problem));
        Assert.Equal("There is no layer \"relu9\". AlexNet has layers such as relu1.", problem.Message);
    }

    [Fact]
    public void Options_out_of_range_are_told_in_German_one_after_the_other()
    {
        var problem = Assert.Throws<InvalidOptionsException>(new SaliencyOptions { Samples = 0, Steps = 1 }.Validate);

        Assert.Equal("samples muss zwischen 1 und 500 liegen. steps muss zwischen 2 und 500 liegen.", German.Tell(problem));
    }

    [Fact]
    public void Why_a_run_failed_is_told_in_German_as_long_as_its_parts_are_known()
    {
        Sentence failure = Assert.Throws<InvalidOptionsException>(new SaliencyOptions { Samples = 0 }.Validate).Sentence;

        Assert.Equal("samples muss zwischen 1 und 500 liegen.", German.Tell(failure));
        Assert.Equal("samples must be 1 to 500.", German.Tell(failure.ToString())); // as the database has it
        Assert.Null(German.Tell((Sentence?)null));
    }

    [Fact]
    public void A_lesson_that_cannot_be_used_is_told_in_German_too()
    {
        var problem = Assert.Throws<InvalidOptionsException>(() => LessonFile.Read("""{"title": "Wheels", "steps": [{"title": "", "text": ""}]}"""));

        Assert.Equal("Der Titel von Schritt 1 hat 1 bis 120 Zeichen.", German.Tell(problem));
        Assert.Equal("The title of step 1 has 1 to 120 characters.", problem.Message);
    }

    [Fact]
    public void What_the_network_says_has_a_German_name() =>
        Assert.Equal("Wahrscheinlichste Klasse: Marienkäfer, 0.83", PictureWords.Of(German, new Prediction(22, "ladybird", 4, 0.83)));

    [Fact]
    public void A_class_has_the_name_that_its_network_carries() =>
        Assert.All(DrawingClass.All, kind => Assert.Equal(kind.German, German[kind.English]));

    [Fact]
    public void What_nobody_translated_is_shown_in_English()
    {
        var word = German["Unheard of: {0}", 1.5];

        Assert.Equal(("Unheard of: 1.5", true), (word.Value, word.ResourceNotFound));
    }

    [Fact]
    public void Each_other_language_is_offered_in_its_own_words() =>
        Assert.Equal("English", Assert.Single(Render<LanguageSwitch>().FindAll("button")).TextContent);
}
