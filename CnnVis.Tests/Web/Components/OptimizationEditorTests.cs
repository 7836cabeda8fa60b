using Bunit;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

/// <summary>The options editors of the techniques that optimise a picture.</summary>
public sealed class OptimizationEditorTests : ComponentContext
{
    private NeuronOptions? _neuron;
    private ContentOptions? _content;
    private DeepDreamOptions? _dream;

    public OptimizationEditorTests() => RenderPopovers();

    [Fact]
    public async Task Another_thing_to_grow_makes_two_terms_and_taking_one_away_leaves_the_single_one()
    {
        await Neuron(new() { Channel = 15 }).Find("[data-testid=add-term]").ClickAsync();
        Assert.Equal([new NeuronTerm { Channel = 15 }, new NeuronTerm { Channel = 0 }], _neuron!.Terms);

        var editor = Neuron(_neuron);
        await editor.Find("[data-testid=term-1-weight]").ChangeAsync("-0.5");
        Assert.Equal(-0.5, _neuron.Terms[1].Weight);

        await Neuron(_neuron).Find("[aria-label='Remove part 1']").ClickAsync();
        Assert.Equal(new NeuronOptions { Channel = 0 }, _neuron);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("penalties")]
    [InlineData("robustness")]
    [InlineData("the usual")]
    public async Task A_preset_switches_exactly_its_means_on_and_is_recognised_again(string preset)
    {
        await Neuron(new() { L2 = 3 }).Find($"[data-testid='preset-{preset}']").ChangeAsync(true);

        Assert.Equal(preset, NeuronPreset.Of(_neuron!)?.Title.ToLowerInvariant());
        _neuron!.Validate();
        Assert.True(Neuron(_neuron).Find($"[data-testid='preset-{preset}']").HasAttribute("checked"));
    }

    [Fact]
    public void What_a_page_starts_with_is_the_usual() =>
        Assert.Equal("The usual", NeuronPreset.Of(new NeuronOptions())?.Title);

    [Fact]
    public void Each_of_the_means_can_be_switched_off_and_on_again()
    {
        foreach (var enemy in NeuronEnemy.All)
        {
            var on = enemy.Switch(new NeuronOptions(), true, SomeNetworks.Small);
            var off = enemy.Switch(on, false, SomeNetworks.Small);

            Assert.True(enemy.IsOn(on));
            Assert.False(enemy.IsOn(off));
            Assert.All(NeuronEnemy.All.Where(other => other != enemy), other => Assert.Equal(other.IsOn(on), other.IsOn(off)));
        }
    }

    [Fact]
    public async Task A_single_picture_has_no_diversity()
    {
        var editor = Neuron(new() { Batch = 4, Diversity = 5 });

        await editor.Find("[data-testid=batch]").ChangeAsync("1");

        Assert.Equal(new NeuronOptions(), _neuron);
    }

    [Fact]
    public async Task Layers_to_invert_stand_side_by_side_and_the_last_one_alone_is_the_single_one()
    {
        await Content(new()).Find("[data-testid=add-layer]").ClickAsync();
        Assert.Equal(new ContentOptions { Layers = ["fire", "conv1"] }, _content);

        await Content(_content!).Find("[aria-label='Remove fire']").ClickAsync();
        Assert.Equal(new ContentOptions { Layer = "conv1" }, _content);

        await Content(_content!).Find("[data-testid=spread-layers]").ClickAsync();
        Assert.Equal(["conv1", "relu1", "pool1", "fire"], _content!.Layers);
    }

    [Fact]
    public async Task A_smoothness_that_followed_a_layer_s_depth_follows_the_next_one()
    {
        var followed = ContentDefaults.TotalVariation(SomeNetworks.Small, "fire");
        await Content(new() { Layer = "fire", TotalVariation = followed }).Find("[data-testid=add-layer]").ClickAsync();
        Assert.Null(_content!.TotalVariation);

        await Content(new() { Layer = "fire", TotalVariation = 3 }).Find("[data-testid=add-layer]").ClickAsync();
        Assert.Equal(3, _content!.TotalVariation);
    }

    [Fact]
    public async Task A_guide_is_picked_like_any_picture_and_takes_the_channel_s_place()
    {
        var editor = Dream(new() { Channel = 3 });
        await editor.InvokeAsync(() => editor.FindComponent<DreamGuideEditor>()
            .FindComponent<MudBlazor.MudSwitch<bool>>().Instance.ValueChanged.InvokeAsync(true));
        Assert.Equal(new DeepDreamOptions { Guide = "cup" }, _dream);

        await Dream(_dream!).Find("[data-testid=guide-sample-0]").ClickAsync();
        Assert.Equal("cat", _dream!.Guide);
    }

    [Fact]
    public async Task A_size_that_needs_tiles_gets_them()
    {
        await Dream(new()).Find("[data-testid=size]").ChangeAsync("2048");
        Assert.Equal((Picture.MaxSide, 512), (_dream!.Size, _dream.Tile));

        await Dream(new()).Find("[data-testid=size]").ChangeAsync("1024");
        Assert.Equal(0, _dream!.Tile);
    }

    private IRenderedComponent<NeuronOptionsEditor> Neuron(NeuronOptions options) => Render<NeuronOptionsEditor>(with => with
        .Add(e => e.Network, SomeNetworks.Small).Add(e => e.Options, options).Add(e => e.OptionsChanged, chosen => _neuron = chosen));

    private IRenderedComponent<ContentOptionsEditor> Content(ContentOptions options) => Render<ContentOptionsEditor>(with => with
        .Add(e => e.Network, SomeNetworks.Small).Add(e => e.Options, options).Add(e => e.OptionsChanged, chosen => _content = chosen));

    private IRenderedComponent<DeepDreamOptionsEditor> Dream(DeepDreamOptions options) => Render<DeepDreamOptionsEditor>(with => with
        .Add(e => e.Network, SomeNetworks.Small).Add(e => e.Options, options).Add(e => e.OptionsChanged, chosen => _dream = chosen));
}
