using CnnVis.Core.Attribution;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques.Gap;

/// <summary>Class maps of a real network against torchvision's.</summary>
public sealed class GapGoldenTests(ChelseaCat cat) : IClassFixture<ChelseaCat>
{
    [Theory]
    [InlineData(ChelseaCat.ClassA, "class_a", ChelseaCat.ClassB)]
    [InlineData(ChelseaCat.ClassB, "class_b", ChelseaCat.ClassA)]
    public void Class_maps_are_those_of_torchvision_and_another_classs_are_not(int target, string name, int other) => cat.AssertFound(
        $"gap.class_maps_after_relu.{name}",
        1e-4,
        cat.Run("gap", new GapOptions { Target = new ClassTargets(target) })["class-maps"],
        cat.Run("gap", new GapOptions { Target = new ClassTargets(other) })["class-maps"]);
}
