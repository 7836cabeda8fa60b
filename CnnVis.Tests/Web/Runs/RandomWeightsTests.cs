using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;
using static TorchSharp.torch;

namespace CnnVis.Tests.Web.Runs;

/// <summary>
/// The lesson on maps that mislead, with the shipped network and samples: what happens to a map when the network forgets
/// from the top down what it learnt (Adebayo et al. 2018, arXiv 1810.03292).
/// </summary>
public sealed class RandomWeightsTests(Application application) : IClassFixture<Application>
{
    private NetworkCatalog Networks => application.Services.GetRequiredService<NetworkCatalog>();

    private IPictureStore Pictures => application.Services.GetRequiredService<IPictureStore>();

    // Measured: gradient -0.21 to 0.17, guided backpropagation 0.87 to 0.99.
    [Theory, MemberData(nameof(SampleScenesTests.Scenes), MemberType = typeof(SampleScenesTests))]
    public void Of_the_gradient_nothing_is_left_and_guided_backpropagation_hardly_changes(string scene) => Assert.All(
        ["classes", "conv7", "conv6", "conv5"],
        layer =>
        {
            Assert.InRange(Similarity(scene, layer, SaliencyMethod.Gradient, "attribution"), -0.4, 0.4);
            Assert.InRange(Similarity(scene, layer, SaliencyMethod.GuidedBackprop, "attribution"), 0.8, 1);
        });

    // Without their signs both still show where the picture has edges: gradient 0.60 to 0.82, guided 0.82 to 0.99.
    [Theory, MemberData(nameof(SampleScenesTests.Scenes), MemberType = typeof(SampleScenesTests))]
    public void Heat_alone_tells_less_and_still_changes_more_with_the_gradient(string scene) => Assert.All(
        ["classes", "conv7", "conv6", "conv5"],
        layer => Assert.True(
            Similarity(scene, layer, SaliencyMethod.GuidedBackprop, "heatmap")
            > Similarity(scene, layer, SaliencyMethod.Gradient, "heatmap") + 0.1));

    // By rank, between the trained network and one that has forgotten from the layer on.
    private double Similarity(string scene, string layer, SaliencyMethod method, string array) => Numbers.RankCorrelation(
        Map("builtin", scene, method, array), Map(new RandomizedNetwork("builtin", layer).Id, scene, method, array));

    private Tensor Map(string id, string scene, SaliencyMethod method, string array)
    {
        using var loan = Networks.Borrow(id);
        var sample = Pictures.Samples.Single(sample => sample.Title == scene);
        var target = loan.Network.Info.Classes.ToList().IndexOf(sample.Objects[0].Names[0]);
        var options = new SaliencyOptions { Method = method, Target = new ClassTargets(target) };
        var input = new TechniqueInput(loan.Network, Pictures.Find(sample.Id), new SaliencyTechnique().Complete(options, loan.Network.Info), Seed: 0);
        return tensor(new SaliencyTechnique().Run(input).Last().Arrays[array].Values);
    }
}
