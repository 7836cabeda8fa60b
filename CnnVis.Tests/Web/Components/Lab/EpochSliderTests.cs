using Bunit;
using CnnVis.Web.Components.Lab;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class EpochSliderTests : ComponentContext
{
    [Fact]
    public void Live_it_tells_the_figures_of_the_last_epoch() =>
        Assert.Equal("Training35.0 %Test37.5 %Test loss1.700Pointing, one shape87.5 %two shapes50.0 %", Figures(null));

    [Fact]
    public void An_earlier_epoch_has_its_own_figures() =>
        Assert.Equal("Training15.0 %Test20.0 %Test loss2.100Pointing, one shape50.0 %two shapes25.0 %", Figures(1));

    [Fact]
    public void The_untrained_network_was_not_examined() =>
        Assert.Equal("Training–Test–Test loss–Pointing, one shape–two shapes–", Figures(0));

    [Fact]
    public async Task Only_kept_epochs_can_be_reached()
    {
        var slider = Show(null);
        Assert.Equal("2", slider.Find("input").GetAttribute("max"));

        await slider.Find("input").InputAsync("99");

        Assert.Equal(2, _told);
    }

    private int? _told;

    private string Figures(int? epoch) => Show(epoch).Find("[data-testid=epoch-figures]").TextContent;

    private IRenderedComponent<EpochSlider> Show(int? epoch) => Render<EpochSlider>(with => with
        .Add(c => c.Run, ATraining.Running()).Add(c => c.Value, epoch).Add(c => c.ValueChanged, value => _told = value));
}
