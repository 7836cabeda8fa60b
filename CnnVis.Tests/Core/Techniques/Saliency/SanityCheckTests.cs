using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.Saliency;

/// <summary>
/// A map that explains a network must change when the network forgets what it learned: weights are made random from
/// the top down (Adebayo et al. 2018, arXiv 1810.03292).
/// </summary>
public sealed class SanityCheckTests(ChelseaCat cat) : IClassFixture<ChelseaCat>, IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData("classifier.1")]
    [InlineData("features.12.squeeze")]
    [InlineData("features.11.squeeze")]
    public void Gradient_and_Grad_CAM_change_with_the_weights_and_guided_backpropagation_hardly_does(string from)
    {
        using var forgetful = new RandomizedNetwork(cat.Network.Info.Id, from).Load(cat.Network);

        Assert.InRange(Similarity(forgetful, GradCam), -1, 0.4);
        Assert.InRange(Similarity(forgetful, Gradient), -1, 0.7);
        Assert.InRange(Similarity(forgetful, Guided), 0.9, 1);
    }

    private double Similarity(Network other, Func<Network, Tensor> map) => Numbers.RankCorrelation(map(cat.Network), map(other));

    private Tensor Gradient(Network network) => Largest(
        Score.Logit(network.Graph, ChelseaCat.ClassA).Gradient(network, cat.Reference("input"))[0]);

    private Tensor Guided(Network network) => Largest(
        Score.Logit(network.Graph, ChelseaCat.ClassA)
            .Gradient(network, cat.Reference("input"), new ExecutionRules(Relu: ReluRule.Guided))[0]);

    private static Tensor Largest(Tensor attribution) => tensor(ChannelReduction.MaxAbs(PictureTensors.ToFloatArray(attribution)).Values);

    private Tensor GradCam(Network network)
    {
        using var look = new LayerLook(network, cat.Reference("input"), ["features.12"]);
        var score = Score.Logit(network.Graph, ChelseaCat.ClassA);
        return CamFormulas.Map(CamMethod.GradCam, look.Activation("features.12"), look.Gradient(score, "features.12"));
    }
}
