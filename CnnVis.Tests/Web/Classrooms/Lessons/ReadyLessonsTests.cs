using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Tests.Support;
using CnnVis.Web.Classrooms.Lessons;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;
using CnnVis.Web.Showcase;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Classrooms.Lessons;

/// <summary>The lessons that come with the application, with the network and the pictures that come with it.</summary>
public sealed class ReadyLessonsTests(Application application) : IClassFixture<Application>
{
    private const string Original = "en", Translation = "de";

    public static TheoryData<string> Ids => ["01-layers", "02-heatmaps", "03-noise-to-picture", "04-dream-big"];

    private NetworkCatalog Networks => application.Services.GetRequiredService<NetworkCatalog>();

    private IPictureStore Pictures => application.Services.GetRequiredService<IPictureStore>();

    [Fact]
    public void Each_lesson_is_there_in_English_and_in_German_and_no_other_file_is()
    {
        var files = application.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetDirectoryContents("assets/lessons");

        Assert.Equal(
            Ids.SelectMany(id => new[] { $"{id.Data}.{Translation}.json", $"{id.Data}.{Original}.json" }),
            files.Select(file => file.Name).Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void It_fills_a_school_lesson_step_by_step(string id)
    {
        foreach (var language in new[] { Original, Translation })
        {
            var lesson = Read(id, language);

            Assert.Equal(language, lesson.Language);
            Assert.InRange(lesson.Minutes ?? 0, 20, 45);
            Assert.InRange(lesson.Steps.Count, 6, 9);
            Assert.NotEmpty(lesson.Summary);
            Assert.All(lesson.Steps, step => Assert.NotEmpty(step.Text));
            Assert.All(lesson.Steps.Select(step => step.Question).OfType<Question>(), question => Assert.NotEmpty(question.Why));
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_translation_runs_and_asks_the_same_in_other_words(string id)
    {
        var (original, translation) = (Read(id, Original), Read(id, Translation));

        Assert.Equal(original.Minutes, translation.Minutes);
        Assert.Equal(original.Steps.Select(Same), translation.Steps.Select(Same));
        Assert.NotEqual(original.Title, translation.Title);
        Assert.All(original.Steps.Zip(translation.Steps), pair => Assert.NotEqual(pair.First.Text, pair.Second.Text));

        static string Same(LessonStep step) => $"{step.Playground} {step.Question switch
        {
            ChoiceQuestion choice => $"one of {choice.Options.Count}: {string.Join(' ', choice.Right)}",
            NumberQuestion number => FormattableString.Invariant($"{number.Right} within {number.Tolerance}"),
            ChannelQuestion channel => $"{channel.Layer} of {channel.Channels}: {string.Join(' ', channel.Right)}",
            _ => "nothing",
        }}";
    }

    [Theory, MemberData(nameof(Ids))]
    public void Each_prepared_page_is_understood_and_needs_only_what_comes_along(string id) =>
        Assert.All(Read(id, Original).Steps.Where(step => step.Playground is not null), step => Prepared(step.Playground!));

    [Theory, MemberData(nameof(Ids))]
    public void Each_question_has_a_right_answer_and_a_layer_to_look_for_channels_is_there(string id) =>
        Assert.All(Read(id, Original).Steps.Select(step => step.Question).OfType<Question>(), question => Assert.True(question switch
        {
            ChoiceQuestion choice => choice.Right.Count > 0,
            ChannelQuestion channel => channel.Right.Count > 0 && Networks.Find("builtin").Layer(channel.Layer).Channels == channel.Channels,
            _ => question is NumberQuestion { Right: not null },
        }));

    [Theory, MemberData(nameof(Ids))]
    public void Where_a_probability_is_asked_for_the_network_gives_the_right_one(string id)
    {
        foreach (var step in Read(id, Original).Steps.Where(step => step.Question is NumberQuestion && step.Playground!.StartsWith("gap?", StringComparison.Ordinal)))
        {
            Assert.Equal(true, step.Question!.Check(FormattableString.Invariant($"{100 * Last(step.Playground!).Predictions[0].Probability:0.0}")).IsRight);
        }
    }

    [Fact]
    public void The_channels_to_be_found_answer_to_the_bicycle_most_and_those_that_like_wheels_are_among_the_strongest()
    {
        var tasks = Read("01-layers", Original).Steps.Where(step => step.Question is ChannelQuestion).ToList();
        var bicycle = Pictures.Samples[0].Objects.Single(seen => seen.IsOf("bicycle"));

        Assert.All(tasks, step =>
        {
            var found = Last(step.Playground!);
            var (all, shown) = (found.Arrays["activations"], found.Arrays["channels"].Values.Select(channel => (int)channel).ToList());
            var cells = (int)(all.Shape[1] * all.Shape[2]);
            Assert.All(((ChannelQuestion)step.Question!).Right, channel =>
            {
                var map = new FloatArray([all.Shape[1], all.Shape[2]], all.Values[(shown.IndexOf(channel) * cells)..((shown.IndexOf(channel) + 1) * cells)]);
                Assert.True(PointingGame.Play(map, [bicycle.Box])!.IsHit, $"{channel}");
            });
            Assert.True(!step.Playground!.Contains("order=strength", StringComparison.Ordinal) || ((ChannelQuestion)step.Question!).Right.All(shown.Take(6).Contains));
        });
    }

    private Lesson Read(string id, string language)
    {
        var file = application.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo($"assets/lessons/{id}.{language}.json");
        using var reader = new StreamReader(file.CreateReadStream());
        return LessonFile.Read(reader.ReadToEnd());
    }

    // What a page makes of its address, with nothing in it that the page would pass over.
    private Page Prepared(string playground)
    {
        var page = playground.Split('?')[0];
        var technique = Way.All.Single(way => way.Address == page).Technique;
        var prepared = technique switch
        {
            "saliency" => Opened<SaliencyOptions>(technique, playground),
            "neuron" => Opened<NeuronOptions>(technique, playground),
            "content" => Opened<ContentOptions>(technique, playground),
            "deepdream" => Opened<DeepDreamOptions>(technique, playground),
            "gap" => Opened<GapOptions>(technique, playground),
            "grad-cam" => Opened<GradCamOptions>(technique, playground),
            _ => Layers(technique, playground),
        };
        var (found, samples) = (TechniqueCatalog.Find(technique), Pictures.Samples.Select(sample => sample.Id));
        Assert.Subset(samples.ToHashSet(), found.PictureIds(prepared.Options).ToHashSet());
        Assert.True(prepared.Image is { } image ? samples.Contains(image) : !found.NeedsPicture(prepared.Options), playground);
        Assert.Equal("builtin", RandomizedNetwork.Read(prepared.Network)?.Trained ?? prepared.Network);
        return prepared;
    }

    private Page Opened<TOptions>(string technique, string playground)
        where TOptions : TechniqueOptions, new()
    {
        var address = $"http://host/{playground}";
        Assert.Subset(PlaygroundAddress.Nothing<TOptions>().Keys.Append("hide").ToHashSet(), Query(playground).Keys.ToHashSet());
        Assert.Subset(HiddenParts.All.Select(part => part.Name).ToHashSet(), HiddenParts.Of(address).Names.Split(',').ToHashSet());
        var opening = PlaygroundAddress.Read<TOptions>(address)!;
        var network = opening.Check(technique, Networks.Networks);
        return new(technique, network.Id, opening.Image, TechniqueCatalog.Find(technique).Complete(opening.Options, network));
    }

    // The layer browser reads its address by itself.
    private Page Layers(string technique, string playground)
    {
        var query = Query(playground);
        Assert.Subset(new HashSet<string> { "layer", "picture", "order" }, query.Keys.ToHashSet());
        var options = new ActivationsOptions { Layer = query["layer"], Order = query.ContainsKey("order") ? ChannelOrder.Strength : ChannelOrder.Number };
        return new(technique, "builtin", query["picture"], TechniqueCatalog.Find(technique).Complete(options, Networks.Find("builtin")));
    }

    private Frame Last(string playground)
    {
        var (technique, network, image, options) = Prepared(playground);
        using var loan = Networks.Borrow(network);
        return TechniqueCatalog.Find(technique).Run(new TechniqueInput(loan.Network, Pictures.Find(image!), options, Seed: 0)).Last();
    }

    private static Dictionary<string, string> Query(string playground) =>
        QueryHelpers.ParseQuery(playground[playground.IndexOf('?')..]).ToDictionary(member => member.Key, member => $"{member.Value}");

    private sealed record Page(string Technique, string Network, string? Image, TechniqueOptions Options);
}
