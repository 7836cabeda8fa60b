using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques.GradCam;

/// <summary>Raw maps of a real network against Captum's, and scaled ones against pytorch-grad-cam's.</summary>
public sealed class GradCamGoldenTests(ChelseaCat cat) : IClassFixture<ChelseaCat>
{
    [Theory]
    [InlineData("features.7", ChelseaCat.ClassA, "class_a")]
    [InlineData("features.7", ChelseaCat.ClassB, "class_b")]
    [InlineData("features.12", ChelseaCat.ClassA, "class_a")]
    [InlineData("features.12", ChelseaCat.ClassB, "class_b")]
    public void Raw_maps_are_Captums_and_for_another_class_or_the_probability_they_are_not(string layer, int target, string name)
    {
        var options = new GradCamOptions { Layer = layer, Target = new ClassTargets(target) };

        cat.AssertFound(
            $"gradcam.captum_relu.{layer}.{name}",
            1e-4,
            Map(options),
            Map(options with { Target = new ClassTargets(ChelseaCat.ClassA + ChelseaCat.ClassB - target) }),
            Map(options with { Score = ScoreKind.Probability }),
            Map(options with { Method = CamMethod.EigenCam }));
    }

    [Theory]
    [InlineData("gradcam", CamMethod.GradCam, "features.7")]
    [InlineData("gradcam_pp", CamMethod.GradCamPlusPlus, "features.7")]
    [InlineData("hirescam", CamMethod.HiResCam, "features.7")]
    [InlineData("xgradcam", CamMethod.XGradCam, "features.7")]
    [InlineData("layercam", CamMethod.LayerCam, "features.7")]
    [InlineData("eigencam", CamMethod.EigenCam, "features.7")]
    [InlineData("gradcam", CamMethod.GradCam, "features.12")]
    [InlineData("gradcam_pp", CamMethod.GradCamPlusPlus, "features.12")]
    [InlineData("hirescam", CamMethod.HiResCam, "features.12")]
    [InlineData("xgradcam", CamMethod.XGradCam, "features.12")]
    [InlineData("layercam", CamMethod.LayerCam, "features.12")]
    [InlineData("eigencam", CamMethod.EigenCam, "features.12")]
    [InlineData("scorecam", CamMethod.ScoreCam, "features.12")]
    public void Scaled_maps_are_pytorch_grad_cams_in_every_pixel_and_of_another_layer_or_sign_they_are_not(
        string name, CamMethod method, string layer)
    {
        var options = new GradCamOptions { Method = method, Layer = layer, Target = new ClassTargets(ChelseaCat.ClassA), Relu = false };
        var raw = Map(options);
        var elsewhere = Map(options with { Method = CamMethod.GradCam, Layer = layer == "features.7" ? "features.12" : "features.7" });
        float[] expected = [.. cat.Reference($"{name}.scaled01_224.{layer}.class_a").data<float>()];

        // The sign of EigenCAM's direction is arbitrary: either may be meant.
        var right = method == CamMethod.EigenCam ? Math.Min(Worst(raw), Worst(Negative(raw))) : Worst(raw);

        Assert.InRange(right, 0, 1e-3);
        Assert.True(Worst(elsewhere) > 0.1);
        Assert.True(method == CamMethod.EigenCam || Worst(Negative(raw)) > 0.1);

        double Worst(FloatArray map) =>
            HeatMapDisplay.Scaled01(map, 224, 224).Values.Zip(expected, (a, b) => (double)Math.Abs(a - b)).Max();
    }

    private static FloatArray Negative(FloatArray map) => map with { Values = [.. map.Values.Select(value => -value)] };

    private FloatArray Map(GradCamOptions options) => cat.Run("grad-cam", options)["heatmap"];
}
