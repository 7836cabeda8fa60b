using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Techniques.DeepDream;

namespace CnnVis.Tests.Core.Techniques;

public class OctaveSizesTests
{
    [Fact]
    public void Each_octave_is_the_full_size_divided_and_rounded_small_to_large() =>
        Assert.Equal(
            [new(109, 146), new(153, 204), new(214, 286), new(300, 400)],
            OctaveSizes.For(new(300, 400), 4, 1.4, SqueezeNet.Version11.Graph, ["features.7"]));

    [Fact]
    public void Octaves_too_small_to_dream_on_are_left_out() =>
        Assert.Equal(
            [new(36, 36), new(50, 50)],
            OctaveSizes.For(new(50, 50), 6, 1.4, SqueezeNet.Version11.Graph, ["features.7"]));
}
