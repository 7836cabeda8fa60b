using Bunit;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public sealed class SettingsTests : ComponentContext
{
    public SettingsTests() => RenderPopovers();

    [Theory]
    [InlineData("5", 5)]
    [InlineData("9999", 10)]
    [InlineData("-3", 1)]
    [InlineData("many", 4)]
    public async Task A_number_stays_within_its_range(string typed, int taken)
    {
        var value = 0;
        var setting = Render<NumberSetting<int>>(with => with
            .Add(s => s.Label, "Octaves").Add(s => s.Value, 4).Add(s => s.Min, 1).Add(s => s.Max, 10)
            .Add(s => s.ValueChanged, chosen => value = chosen));

        await setting.Find("input[type=number]").ChangeAsync(typed);

        Assert.Equal(taken, value);
    }

    [Fact]
    public async Task A_dragged_slider_shows_its_number_but_decides_only_when_let_go()
    {
        var values = new List<int>();
        var setting = Render<NumberSetting<int>>(with => with
            .Add(s => s.Label, "Octaves").Add(s => s.Value, 4).Add(s => s.Min, 1).Add(s => s.Max, 10)
            .Add(s => s.ValueChanged, values.Add));

        await setting.Find("input[type=range]").InputAsync("6");
        Assert.Equal("6", setting.Find("input[type=number]").GetAttribute("value"));
        Assert.Empty(values);
        await setting.Find("input[type=range]").ChangeAsync("7");

        Assert.Equal([7], values);
    }

    [Theory]
    [InlineData(NeuronObjective.Neuron, "layer-picker channel x y")]
    [InlineData(NeuronObjective.Channel, "layer-picker channel")]
    [InlineData(NeuronObjective.Layer, "layer-picker")]
    [InlineData(NeuronObjective.Class, "class-picker")]
    public void Each_objective_asks_only_for_what_it_needs(NeuronObjective objective, string asked)
    {
        var editor = Render<NeuronOptionsEditor>(with => with
            .Add(e => e.Network, SomeNetworks.Small).Add(e => e.Options, new NeuronOptions { Objective = objective }));

        var places = new[] { "layer-picker", "class-picker", "channel", "x", "y" };
        Assert.Equal(asked, string.Join(' ', places.Where(place => editor.FindAll($"[data-testid={place}]").Count > 0)));
    }

    [Fact]
    public async Task A_layer_with_fewer_channels_takes_the_channel_into_its_range()
    {
        NeuronOptions? chosen = null;
        var editor = Render<NeuronOptionsEditor>(with => with
            .Add(e => e.Network, SomeNetworks.Small).Add(e => e.Options, new NeuronOptions { Channel = 15, X = 9 })
            .Add(e => e.OptionsChanged, options => chosen = options));

        await editor.InvokeAsync(() => editor.FindComponent<LayerPicker>().Instance.ValueChanged.InvokeAsync("conv1"));

        Assert.Equal(new NeuronOptions { Layer = "conv1", Channel = 7 }, chosen);
    }

    [Theory]
    [InlineData(null, "31")] // the network's own choice, 64 pixels, halved by its pooling
    [InlineData(48, "23")]
    public void A_neuron_s_place_ranges_over_the_map_that_the_run_will_have(int? size, string last)
    {
        var editor = Render<NeuronOptionsEditor>(with => with
            .Add(e => e.Network, SomeNetworks.Small)
            .Add(e => e.Options, new NeuronOptions { Objective = NeuronObjective.Neuron, Size = size }));

        Assert.Equal(last, editor.Find("[data-testid=x]").GetAttribute("max"));
    }

    [Fact]
    public async Task A_second_layer_is_one_that_is_not_there_yet()
    {
        IReadOnlyList<LayerWeight>? chosen = null;
        var blend = Render<LayerBlend>(with => with
            .Add(b => b.Network, SomeNetworks.Small).Add(b => b.Value, []).Add(b => b.ValueChanged, layers => chosen = layers));

        await blend.Find("[data-testid=add-layer]").ClickAsync();

        Assert.Equal([new LayerWeight("fire"), new LayerWeight("conv1")], chosen);
    }
}
