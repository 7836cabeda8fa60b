using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Tests.Core.Training.Lab;

public class LearningRateTests
{
    private static readonly GapLabOptions Cosine = new() { Rate = 0.01 };

    [Fact]
    public void It_stays_where_it_is_to_stay() =>
        Assert.All(Enumerable.Range(0, 10), batch => Assert.Equal(0.01, LearningRate.At(Cosine with { Schedule = RateSchedule.Constant }, batch, 10)));

    [Fact]
    public void By_the_cosine_it_rises_for_a_twentieth_and_falls_to_nothing()
    {
        var rates = Enumerable.Range(0, 1000).Select(batch => LearningRate.At(Cosine, batch, 1000)).ToList();

        Assert.Equal(Enumerable.Range(0, 50).Select(i => 0.01 * (i + 0.5) / 50), rates[..50], (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(rates[50..].OrderDescending(), rates[50..]);
        Assert.Equal(0.01, rates[50], 1e-7);
        Assert.Equal(0.005, rates[524], 1e-5); // half way down
        Assert.InRange(rates[^1], 0, 1e-7);
    }
}
