using CnnVis.Core.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Tests.Core.Training;

public class HeadCenteringTests
{
    [Fact]
    public void A_centred_head_gives_the_same_probabilities_and_maps_without_a_common_part()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        var features = rand([2, 6, 5, 5], generator: random);
        var trained = new Dictionary<string, Tensor>
        {
            ["classes.weight"] = 1 + randn([10, 6, 1, 1], generator: random),
            ["classes.bias"] = 3 + randn([10], generator: random),
            ["conv1.weight"] = randn([6, 3, 3, 3], generator: random),
        };

        var centred = HeadCentering.Center(trained, "classes");
        var (before, after) = (Maps(features, trained), Maps(features, centred));

        Assert.InRange((Probabilities(before) - Probabilities(after)).abs().max().ToDouble(), 0, 1e-6);
        Assert.InRange(after.mean([1]).abs().max().ToDouble(), 0, 1e-5);
        Assert.True(before.mean([1]).abs().max().ToDouble() > 1);
        Assert.Same(trained["conv1.weight"], centred["conv1.weight"]);
    }

    private static Tensor Maps(Tensor features, IReadOnlyDictionary<string, Tensor> weights) =>
        functional.conv2d(features, weights["classes.weight"], weights["classes.bias"]);

    private static Tensor Probabilities(Tensor maps) => maps.mean([2, 3]).softmax(1);
}
