using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Attribution;

public sealed class ScoreTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Network _network = TinyNetwork.Create(ScalarType.Float64);
    private readonly Generator _random = new(3);

    public void Dispose()
    {
        _network.Dispose();
        _random.Dispose();
        _scope.Dispose();
    }

    public static TheoryData<string> Kinds => ["logit", "probability", "layer"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_are_those_of_central_differences(string kind)
    {
        var score = Of(kind);

        Assert.InRange(Numbers.GradientError(x => score.Evaluate(_network, x).sum(), Pictures(1)), 0, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_batch_of_pictures_gives_what_each_gives_alone(string kind)
    {
        var (score, batch) = (Of(kind), Pictures(3));

        var together = score.Gradient(_network, batch);

        for (var i = 0; i < 3; i++)
        {
            Assert.InRange(Numbers.RelativeError(together.narrow(0, i, 1), score.Gradient(_network, batch.narrow(0, i, 1))), 0, 1e-12);
        }
    }

    [Fact]
    public void A_probability_is_the_softmax_of_the_logits()
    {
        var input = Pictures(1);
        var logits = Enumerable.Range(0, TinyNetwork.Classes).Select(c => (double)Score.Logit(_network.Graph, c).Values(_network, input)[0]).ToList();

        var probability = Score.Probability(_network.Graph, 2).Values(_network, input)[0];

        Assert.Equal(Math.Exp(logits[2]) / logits.Sum(Math.Exp), probability, 1e-5);
    }

    [Fact]
    public void Guided_gradients_leave_what_the_network_computes_alone()
    {
        var (score, input) = (Of("logit"), Pictures(1));
        var guided = new ExecutionRules(Relu: ReluRule.Guided);

        Assert.True(Numbers.Same(score.Evaluate(_network, input), score.Evaluate(_network, input, guided)));
        Assert.NotEqual(0, Numbers.RelativeError(score.Gradient(_network, input, guided), score.Gradient(_network, input)));
    }

    private Score Of(string kind) => kind switch
    {
        "logit" => Score.Logit(_network.Graph, 2),
        "probability" => Score.Probability(_network.Graph, 2),
        _ => Score.LayerMean("relu2"),
    };

    private Tensor Pictures(int count) => randn([count, 3, 16, 16], dtype: ScalarType.Float64, generator: _random);
}
