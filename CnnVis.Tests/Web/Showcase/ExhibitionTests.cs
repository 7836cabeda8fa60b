using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Runs;
using CnnVis.Web.Showcase;

namespace CnnVis.Tests.Web.Showcase;

public class ExhibitionTests
{
    private readonly FakeRunService _runs = new();
    private readonly Exhibition _exhibition;

    public ExhibitionTests() => _exhibition = new Exhibition(_runs, new FakePictureStore());

    [Fact]
    public void Visitors_who_come_while_a_run_goes_on_watch_the_same()
    {
        var first = _exhibition.Show(Exhibition.All[0]);
        var second = _exhibition.Show(Exhibition.All[0]);

        Assert.Equal(first, second);
        Assert.Single(_runs.Started);
    }

    [Theory]
    [InlineData(RunState.Completed)]
    [InlineData(RunState.Cancelled)]
    public void After_a_run_has_ended_the_next_visitor_sees_a_new_one(RunState state)
    {
        var first = _exhibition.Show(Exhibition.All[0]);
        _runs.Known[first] = _runs.Known[first] with { State = state };

        Assert.NotEqual(first, _exhibition.Show(Exhibition.All[0]));
    }

    [Fact]
    public void A_run_that_was_let_go_is_replaced()
    {
        var first = _exhibition.Show(Exhibition.All[0]);
        _runs.Known.Remove(first);

        Assert.NotEqual(first, _exhibition.Show(Exhibition.All[0]));
    }

    [Fact]
    public void Every_exhibit_is_what_the_built_in_network_can_do()
    {
        using var catalog = new NetworkCatalog();
        foreach (var exhibit in Exhibition.All)
        {
            _exhibition.Show(exhibit);
            var technique = TechniqueCatalog.Find(exhibit.Technique);
            technique.Complete(exhibit.Options, catalog.Find("builtin"));
            Assert.Equal(technique.NeedsPicture(exhibit.Options), _runs.Started[^1].Image is not null);
        }
    }
}
