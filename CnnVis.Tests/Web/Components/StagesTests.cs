using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public class StagesTests
{
    private readonly Stages<DeepDreamOptions> _stages = new(new(SomeNetworks.Small, new DeepDreamOptions { Octaves = 1 }, "run-1"));

    [Fact]
    public void Another_stage_begins_with_the_chosen_ones_settings_and_without_its_run()
    {
        _stages.Add();

        Assert.True(_stages.Several);
        Assert.Same(_stages.Drafts[1], _stages.Chosen);
        Assert.Equal(1, _stages.Chosen.Options.Octaves);
        Assert.Equal(["run-1"], _stages.RunIds);
    }

    [Fact]
    public void Changing_the_chosen_stage_leaves_the_others_alone()
    {
        _stages.Add();
        _stages.Chosen = _stages.Chosen with { Options = new DeepDreamOptions { Octaves = 5 } };

        Assert.Equal([1, 5], _stages.Drafts.Select(draft => draft.Options.Octaves));
    }

    [Fact]
    public void There_is_room_for_four()
    {
        for (var i = 0; i < 6; i++)
        {
            _stages.Add();
        }

        Assert.Equal(4, _stages.Drafts.Count);
    }

    [Fact]
    public void Removing_a_stage_keeps_the_chosen_one_chosen()
    {
        _stages.Add();
        _stages.Add();
        var (first, second) = (_stages.Drafts[0], _stages.Drafts[1]);
        _stages.Choose(second);

        _stages.Remove(first);

        Assert.Same(second, _stages.Chosen);
        Assert.Equal(2, _stages.Drafts.Count);
    }

    [Fact]
    public void The_last_stage_stays()
    {
        _stages.Remove(_stages.Chosen);

        Assert.Single(_stages.Drafts);
    }

    [Fact]
    public void A_stage_keeps_its_place_on_the_page_while_its_settings_change()
    {
        var key = _stages.Chosen.Key;

        _stages.Chosen = _stages.Chosen with { RunId = "run-2" };

        Assert.Equal(key, _stages.Chosen.Key);
    }
}
