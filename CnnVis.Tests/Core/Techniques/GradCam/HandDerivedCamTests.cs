using CnnVis.Core.Attribution;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.GradCam;

/// <summary>Maps of the one-convolution network, worked out by hand; where Captum's tests state them, they agree.</summary>
public sealed class HandDerivedCamTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly OneConvolutionNetwork _one = new();

    public void Dispose()
    {
        _one.Dispose();
        _scope.Dispose();
    }

    private Score Class0 => Score.Logit(_one.Network.Graph, 0);

    [Theory]
    [InlineData("conv1", CamMethod.GradCam, 11.25, 13.5, 20.25, 22.5)]
    [InlineData("relu1", CamMethod.GradCam, 0, 4, 28, 32.5)]
    [InlineData("relu1", CamMethod.HiResCam, 0, 4, 25, 25)]
    [InlineData("relu1", CamMethod.LayerCam, 0, 4, 31, 40)]
    [InlineData("relu1", CamMethod.XGradCam, 0, 4, 25, 25)]
    [InlineData("relu1", CamMethod.GradCamPlusPlus, 0, 0.2078, 1.8713, 2.7301)]
    public void Maps_are_those_worked_out_by_hand(string layer, CamMethod method, double a, double b, double c, double d)
    {
        using var look = new LayerLook(_one.Network, _one.Input, [layer]);

        var map = CamFormulas.Map(method, look.Activation(layer), look.Gradient(Class0, layer));

        Assert.All(new[] { a, b, c, d }.Zip(map.to(ScalarType.Float32).data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    [Fact]
    public void The_whole_of_HiResCAM_is_the_score_less_the_bias()
    {
        using var look = new LayerLook(_one.Network, _one.Input, ["relu1"]);

        Assert.Equal(54, CamFormulas.Map(CamMethod.HiResCam, look.Activation("relu1"), look.Gradient(Class0, "relu1")).sum().ToDouble());
    }

    [Fact]
    public void Guided_Grad_CAM_is_guided_backpropagation_times_the_enlarged_map()
    {
        float[] expected = [0, 0, 4, 4, 0, 0, 12, 8, 28, 84, 97.5f, 65, 28, 56, 65, 32.5f];
        var map = tensor(new float[] { 0, 4, 28, 32.5f }).view(2, 2);

        var guided = GuidedGradCam.Times(
            GuidedGradCam.Backpropagation(_one.Network, Class0, _one.Input), map, Upsampling.Nearest);

        Assert.Equal(expected, guided.data<float>().ToArray());
    }

    [Fact]
    public void A_single_channel_is_its_own_eigen_direction_large_where_it_is_active()
    {
        var channel = tensor(new float[] { 1, 2, 3, 6 }).view(1, 2, 2);

        Assert.Equal([-2, -1, 0, 3], CamFormulas.Eigen(channel).data<float>().ToArray().Select(value => Math.Round(value, 5)));
    }
}
