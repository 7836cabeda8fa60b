namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>A stage of a dream: how it begins, and how many steps it has.</summary>
/// <param name="Return">How it is taken up again half way.</param>
/// <param name="Steps">Gradient steps, at least 1.</param>
internal sealed record DreamStage(Action<Octaves> Begin, Action<Octaves> Return, int Steps);

/// <summary>The stages of a dream in order.</summary>
internal static class DreamPlan
{
    /// <summary>The octaves, small to large, and then the zooms at full size.</summary>
    public static IReadOnlyList<DreamStage> Of(DeepDreamOptions options, IReadOnlyList<PictureSize> sizes)
    {
        var octaves = sizes.Select(size => new DreamStage(octaves => octaves.Enter(size), octaves => octaves.Return(size), options.Steps));
        var zooms = Enumerable.Repeat(new DreamStage(octaves => octaves.Zoom(options.ZoomFactor), octaves => octaves.Return(octave: null), options.ZoomSteps), options.Zoom);
        return [.. octaves.Where(stage => stage.Steps > 0), .. zooms];
    }
}
