using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Components.Playground;
using Microsoft.AspNetCore.WebUtilities;

namespace CnnVis.Tests.Web.Components;

/// <summary>Settings survive the way through an address.</summary>
public sealed class PlaygroundAddressTests
{
    [Fact]
    public void Whatever_is_set_comes_back_and_what_is_not_stays_out()
    {
        Comes(new NeuronOptions { Layer = "5", Channel = 7, Rate = 0.125, Start = StartKind.Grey, Decorrelate = false, X = 3, Terms = [new() { Layer = "a b&c", Weight = -2 }] });
        Comes(new DeepDreamOptions { Layers = [new("mixed4c", 0.5), new("mixed5a")], Octaves = 2, Guide = "cup" });
        Comes(new GradCamOptions { Target = new ClassTargets(3, 4), Layer = GradCamOptions.Sweep });
        Comes(new GradCamOptions { Target = new ClassTargets(0) });
        Comes(new GapLabOptions { Widths = [4, 8], Epochs = 2, Augment = true });

        Assert.Equal("http://host/neuron?rate=0.125", Address(new NeuronOptions { Rate = 0.125 }));
        Assert.Equal("http://host/neuron", Address(new NeuronOptions()));
    }

    [Fact]
    public void Network_picture_seed_and_whether_to_run_go_along()
    {
        var query = PlaygroundAddress.Write("small", new NeuronOptions(), 77, "cup", go: true);

        var opening = PlaygroundAddress.Read<NeuronOptions>(Address(query))!;

        Assert.Equal(("small", 77, "cup", true), (opening.Network, opening.Seed, opening.Image, opening.Start));
    }

    [Fact]
    public void An_address_that_asks_for_nothing_opens_nothing_and_the_former_word_for_going_still_goes()
    {
        Assert.Null(PlaygroundAddress.Read<NeuronOptions>("http://host/neuron"));
        Assert.Null(PlaygroundAddress.Read<NeuronOptions>("http://host/neuron?hide=seed&utm=x"));
        Assert.True(PlaygroundAddress.Read<NeuronOptions>("http://host/neuron?layer=a&start=1")!.Start);
        Assert.Equal(StartKind.Grey, PlaygroundAddress.Read<NeuronOptions>("http://host/neuron?start=grey")!.Options.Start);
    }

    [Theory]
    [InlineData("channel=many")]
    [InlineData("channel=1.5")]
    [InlineData("layer=\"\\ud800\"&channel=x")]
    [InlineData("rate=")]
    [InlineData("start=everywhere")]
    [InlineData("terms=[[[[[[[[[[1]]]]]]]]]]")]
    [InlineData("seed=-1")]
    [InlineData("seed=4294967296")]
    [InlineData("channel=1&channel=2")]
    public void What_is_no_value_is_refused_in_a_sentence(string query) =>
        Assert.Throws<InvalidOptionsException>(() => PlaygroundAddress.Read<NeuronOptions>($"http://host/neuron?{query}"));

    [Fact]
    public void Parts_to_hide_are_named_with_commas_between()
    {
        var hidden = HiddenParts.Of("http://host/neuron?hide=seed,network&layer=a");

        Assert.True(hidden.Has("seed") && hidden.Has("network"));
        Assert.False(hidden.Has("advanced") || HiddenParts.Of("http://host/neuron").Has("seed"));
    }

    private static void Comes<TOptions>(TOptions options)
        where TOptions : TechniqueOptions, new() => Assert.Equal(options, PlaygroundAddress.Read<TOptions>(Address(options))!.Options);

    private static string Address<TOptions>(TOptions options)
        where TOptions : TechniqueOptions, new() => Address(PlaygroundAddress.Write(null, options, 0, null));

    private static string Address(Dictionary<string, object?> query) => QueryHelpers.AddQueryString(
        "http://host/neuron", query.Where(member => member.Value is not null).ToDictionary(member => member.Key, member => FormattableString.Invariant($"{member.Value}")!)!);
}
