using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

public class TrainingPlanTests
{
    private static readonly TrainingPlan Plan = new([new(100, [48], 0), new(300, [64, 96], 1, Radius: 0.5, PairShare: 0.3)], Rate: 0.01);

    [Fact]
    public void The_rate_rises_stays_and_falls_to_nothing()
    {
        Assert.Equal(0.01 * 0.5 / 400 / 0.03, Plan.RateOf(0), 8);
        Assert.Equal(0.01, Plan.RateOf(100), 8);
        Assert.InRange(Plan.RateOf(399), 0, 1e-6);
        Assert.True(Plan.RateOf(250) > Plan.RateOf(300));
    }

    [Fact]
    public void A_polish_starts_the_rate_once_more_and_changes_nothing_before()
    {
        var polished = Plan with { Polish = [new(100, [128], 1)], PolishShare = 0.25 };

        Assert.Equal(500, polished.Steps);
        Assert.Equal(Plan.RateOf(300), polished.RateOf(300));
        Assert.Equal(0.0025, polished.RateOf(425), 8);
        Assert.InRange(polished.RateOf(499), 0, 1e-6);
        Assert.Equal(128, polished.RulesOf(400).Size);
    }

    [Fact]
    public void Each_step_belongs_to_its_phase_and_takes_turns_with_its_sizes()
    {
        Assert.Equal(48, Plan.RulesOf(99).Size);
        Assert.Equal(0, Plan.RulesOf(99).PairShare);
        Assert.Equal((64, 96), (Plan.RulesOf(100).Size, Plan.RulesOf(101).Size));
        Assert.Equal(0.3, Plan.RulesOf(100).PairShare);
        Assert.Equal(0.5, Plan.PhaseOf(100).Radius);
    }

    [Fact]
    public void The_shipped_plan_goes_from_easy_to_hard_and_ends_against_an_adversary()
    {
        var phases = TrainingPlan.Shipped.Phases;
        Assert.Equal(phases.Select(phase => phase.Level).Order(), phases.Select(phase => phase.Level));
        Assert.Equal(0, phases[0].Radius);
        Assert.True(phases[^1].Radius > 0);
    }
}
