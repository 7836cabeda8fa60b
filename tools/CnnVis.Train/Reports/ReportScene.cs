using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Drawings;
using static TorchSharp.torch;

namespace CnnVis.Train.Reports;

/// <summary>A scene of two objects.</summary>
/// <param name="Picture">What is seen.</param>
/// <param name="Classes">The object on the left or above, then the other.</param>
internal sealed record ReportScene(Picture Picture, IReadOnlyList<int> Classes)
{
    /// <summary>The names of what it shows.</summary>
    public string Title => string.Join(" and ", Classes.Select(index => DrawingClass.All[index].English));

    /// <summary>Some scenes, always the same.</summary>
    public static IReadOnlyList<ReportScene> Make(SceneMaker maker, int count, int side, ulong seed)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(seed);
        var batch = maker.Make(count, new SceneRules(side, Level: 0.5, PairShare: 1), random);
        return [.. Enumerable.Range(0, count).Select(i => new ReportScene(
            PictureTensors.ToPicture(batch.Images[i].unsqueeze(0)), [.. batch.Objects.Select(shown => (int)shown.Classes[i].item<long>())]))];
    }
}
