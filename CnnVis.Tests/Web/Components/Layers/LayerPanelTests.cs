using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Web.Components.Layers;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components.Layers;

public sealed class LayerPanelTests : ComponentContext
{
    public LayerPanelTests() =>
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();

    [Fact]
    public void A_finished_run_has_a_labelled_way_to_each_channel_in_the_sheet_s_order()
    {
        Finished(silent: 1, [5, 2]);

        var panel = Show();

        var links = panel.FindAll("[data-testid=channel-sheet] a");
        Assert.Equal(["channel 5: max 3.1, mean 0.2", "channel 2: max 0.0, mean -1.0"], links.Select(link => link.GetAttribute("aria-label")));
        Assert.Equal("neuron?network=small&layer=pool1&channel=5&go=1", links[0].GetAttribute("href"));
        Assert.Equal("8 channels. All but 1 find something above zero. Click one to see what it likes best.", Status(panel));
    }

    [Fact]
    public void Before_it_is_finished_a_run_says_how_it_stands_and_offers_nothing_to_click()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc");

        var panel = Show();

        Assert.Equal("Running", Status(panel));
        Assert.Empty(panel.FindAll("[data-testid=channel-sheet] a"));
        Assert.NotNull(panel.Find("[data-testid=stage-canvas]"));
    }

    [Fact]
    public void A_failed_run_shows_its_sentence()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc") with { State = RunState.Failed, Error = "The weights are damaged." };

        Assert.Contains("The weights are damaged.", Show().Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_where_nothing_answers_says_so()
    {
        Finished(silent: 8, [0, 1]);

        Assert.Contains("Nothing in this layer answers", Status(Show()), StringComparison.Ordinal);
    }

    private void Finished(int silent, float[] channels)
    {
        Runs.Known["abc"] = FakeRunService.Running("abc") with
        {
            State = RunState.Completed,
            Curves = new Dictionary<string, IReadOnlyList<double>> { ["largest"] = [3.1], ["silent"] = [silent] },
        };
        Runs.Frame = new Frame(1, 1, new Picture(1, 1, [0, 0, 0]), new Dictionary<string, double>())
        {
            Arrays = new Dictionary<string, FloatArray>
            {
                ["activations"] = new([2, 2, 2], [3.1f, 0, -2.3f, 0, 0, -4, 0, 0]),
                ["channels"] = new([2], channels),
            },
        };
    }

    private IRenderedComponent<LayerPanel> Show() => Render<LayerPanel>(with => with
        .Add(p => p.RunId, "abc")
        .Add(p => p.Network, SomeNetworks.Small)
        .Add(p => p.Layer, SomeNetworks.Small.Layer("pool1"))
        .Add(p => p.Field, new ReceptiveField(4, 2))
        .Add(p => p.Order, ChannelOrder.Number));

    private static string Status(IRenderedComponent<LayerPanel> panel) => panel.Find("[data-testid=layer-status]").TextContent;
}
