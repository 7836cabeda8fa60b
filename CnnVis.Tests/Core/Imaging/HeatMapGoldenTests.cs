using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;
using TorchSharp;

namespace CnnVis.Tests.Core.Imaging;

/// <summary>Against pytorch-grad-cam: its Grad-CAM of 224 x 224 from the raw map that captum computed for the same class.</summary>
public sealed class HeatMapGoldenTests
{
    private const string File = "squeezenet1_1.chelsea.safetensors";
    private const double Tolerance = 1e-3;

    [Theory, InlineData("features.7"), InlineData("features.12")]
    public void Scaled01_gives_the_map_pytorch_grad_cam_returns(string layer)
    {
        using var golden = new Golden(File);

        Assert.InRange(LargestDifference(golden, layer, map => HeatMapDisplay.Scaled01(map, 224, 224)), 0, Tolerance);
    }

    [Fact]
    public void Other_conventions_do_not()
    {
        using var golden = new Golden(File);
        var rules = new MapRules { Relu = true, Normalization = MapNormalization.MinMax };

        Assert.All(new[] { MapResize.BilinearAligned, MapResize.Nearest }, resize => Assert.True(
            LargestDifference(golden, "features.12", map => HeatMapDisplay.Scaled(map, 224, 224, rules with { Resize = resize })) > 0.1));
    }

    private static double LargestDifference(Golden golden, string layer, Func<FloatArray, FloatArray> show)
    {
        var raw = golden[$"gradcam.captum_relu.{layer}.class_a"];
        var expected = golden[$"gradcam.scaled01_224.{layer}.class_a"].data<float>().ToArray();
        var shown = show(new FloatArray(raw.shape[^2..], raw.data<float>().ToArray()));
        return shown.Values.Zip(expected, (a, b) => Math.Abs(a - b)).Max();
    }
}
