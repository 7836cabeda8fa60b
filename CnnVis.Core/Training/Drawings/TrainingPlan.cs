namespace CnnVis.Core.Training.Drawings;

/// <summary>The whole training: its phases, and what stays the same in all of them.</summary>
/// <param name="Phases">In their order.</param>
/// <param name="Rate">The peak rate of AdamW; it rises in the first steps, stays, and falls along half a cosine to 0.</param>
/// <param name="BatchSize">Scenes in a batch.</param>
/// <param name="Seed">Decides everything.</param>
public sealed record TrainingPlan(IReadOnlyList<TrainingPhase> Phases, double Rate = 2e-3, int BatchSize = 32, int Seed = 1)
{
    // The shares of the training after which the rate stays, and after which it falls.
    private const double Warm = 0.03, Falling = 0.45;

    /// <summary>The share of drawings that are redrawn in another manner (see <see cref="Restyling"/>).</summary>
    public double RestyleShare { get; init; } = 0.4;

    /// <summary>How far drawings are bent in the hardest scenes (see <see cref="SceneRules.Bend"/>).</summary>
    public double Bend { get; init; } = 0.1;

    /// <summary>What follows when the rate has fallen to 0: it starts once more, lower, and falls again.</summary>
    public IReadOnlyList<TrainingPhase> Polish { get; init; } = [];

    /// <summary>The rate's second peak, as a share of the first.</summary>
    public double PolishShare { get; init; } = 0.3;

    /// <summary>All steps together.</summary>
    public int Steps => FirstSteps + Polish.Sum(phase => phase.Steps);

    private int FirstSteps => Phases.Sum(phase => phase.Steps);

    /// <summary>From easy to hard, first as it is, then against an adversary.</summary>
    public static TrainingPlan Shipped { get; } = new(
    [
        new(3000, [48], 0),
        new(4000, [64], 0.4, PairShare: 0.15),
        new(4000, [64], 0.8, PairShare: 0.25),
        new(4000, [64], 0.8, Radius: 0.5, PairShare: 0.3),
        new(2500, [64, 96, 96, 128], 0.95, Radius: 0.4, PairShare: 0.35),
    ])
    {
        Polish = [new(2000, [128, 96, 128, 64], 0.95, Radius: 0.4, PairShare: 0.35)],
    };

    /// <summary>The phase a step belongs to.</summary>
    public TrainingPhase PhaseOf(int step)
    {
        var end = 0;
        return Phases.Concat(Polish).First(phase => step < (end += phase.Steps));
    }

    /// <summary>The rate of a step: warm-up, then steady, then half a cosine (Loshchilov and Hutter 2016, arXiv 1608.03983).</summary>
    public double RateOf(int step) => step < FirstSteps
        ? Curve((step + 0.5) / FirstSteps)
        : PolishShare * Curve((step + 0.5 - FirstSteps) / (Steps - FirstSteps));

    private double Curve(double done) => Rate * done switch
    {
        < Warm => done / Warm,
        < Falling => 1,
        _ => (1 + Math.Cos(Math.PI * (done - Falling) / (1 - Falling))) / 2,
    };

    /// <summary>How hard a step's scenes are.</summary>
    public SceneRules RulesOf(int step)
    {
        var phase = PhaseOf(step);
        var size = phase.Sizes[step % phase.Sizes.Count];
        return new SceneRules(size, phase.Level, phase.PairShare, RestyleShare * phase.Level, Bend * phase.Level);
    }
}
