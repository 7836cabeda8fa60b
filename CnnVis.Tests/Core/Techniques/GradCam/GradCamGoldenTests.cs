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

    private FloatArray Map(GradCamOptions options) => cat.Run("grad-cam", options)["heatmap"];
}
