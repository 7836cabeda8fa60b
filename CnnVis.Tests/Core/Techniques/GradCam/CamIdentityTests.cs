using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.GradCam;

/// <summary>On a network with pooling and one linear layer (TinyNetwork), maps of different names are one map.</summary>
public sealed class CamIdentityTests : IDisposable
{
    private const string Pooled = "relu2";
    private const int Target = 3;
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Network _network = TinyNetwork.Create(ScalarType.Float64);
    private readonly LayerLook _look;
    private readonly Tensor _input;

    public CamIdentityTests()
    {
        using var random = new Generator(11);
        _input = randn([1, 3, 16, 16], dtype: ScalarType.Float64, generator: random);
        _look = new LayerLook(_network, _input, [Pooled]);
    }

    public void Dispose()
    {
        _look.Dispose();
        _network.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void The_head_is_found_and_its_logit_is_the_mean_of_the_map_plus_the_bias()
    {
        var head = ClassMapHead.Of(_network.Graph)!;

        Assert.Equal(new ClassMapHead(Pooled, "logits", HasSign: true), head);
        var logit = Score.Logit(_network.Graph, Target).Evaluate(_network, _input).ToDouble();
        var bias = _network.Parameters["logits.bias"][Target].ToDouble();
        Assert.Equal(logit - bias, ClassMap().mean().ToDouble(), 1e-12);
    }

    [Theory]
    [InlineData(CamMethod.GradCam)]
    [InlineData(CamMethod.HiResCam)]
    public void The_class_activation_map_is_as_many_times_the_gradient_map_as_it_has_places(CamMethod method)
    {
        var map = CamFormulas.Map(method, _look.Activation(Pooled), Gradient(ScoreKind.Logit));

        Assert.InRange(Numbers.RelativeError(map * map.numel(), ClassMap()), 0, 1e-12);
    }

    [Fact]
    public void XGrad_CAM_is_that_map_too_up_to_its_guard_against_dividing_by_zero()
    {
        var map = CamFormulas.Map(CamMethod.XGradCam, _look.Activation(Pooled), Gradient(ScoreKind.Logit));

        Assert.InRange(Numbers.RelativeError(map * map.numel(), ClassMap()), 0, 1e-6);
    }

    [Fact]
    public void For_the_probability_it_is_another_map()
    {
        var map = CamFormulas.Map(CamMethod.GradCam, _look.Activation(Pooled), Gradient(ScoreKind.Probability));

        Assert.True(Numbers.RelativeError(map / map.norm(), ClassMap() / ClassMap().norm()) > 0.05);
    }

    [Fact]
    public void EigenCAM_is_large_where_the_layer_is_active_and_its_direction_explains_the_most()
    {
        var activation = _look.Activation(Pooled);
        var map = CamFormulas.Eigen(activation);
        var centred = activation.flatten(start_dim: 1).t();
        centred = centred - centred.mean([0], keepdim: true);

        Assert.True((map * activation.sum(dim: 0)).sum().ToDouble() > 0);
        var greatest = linalg.eigvalsh(centred.t().matmul(centred)).max().ToDouble();
        Assert.Equal(greatest, map.square().sum().ToDouble(), 1e-6 * greatest);
    }

    [Fact]
    public void The_whole_of_HiResCAM_before_one_linear_layer_is_the_logit_less_its_bias()
    {
        var map = CamFormulas.Map(CamMethod.HiResCam, _look.Activation(Pooled), Gradient(ScoreKind.Logit));

        var logit = Score.Logit(_network.Graph, Target).Evaluate(_network, _input).ToDouble();
        Assert.Equal(logit - _network.Parameters["logits.bias"][Target].ToDouble(), map.sum().ToDouble(), 1e-12);
    }

    private Tensor Gradient(ScoreKind kind) => _look.Gradient(Score.OfClass(kind, _network.Graph, Target), Pooled);

    private Tensor ClassMap()
    {
        var pooled = GraphExecutor.Run(_network.Graph, _network.Parameters, _input, [Pooled])[Pooled];
        return new ClassMapHead(Pooled, "logits", HasSign: true).ClassMap(_network, pooled, Target);
    }
}
