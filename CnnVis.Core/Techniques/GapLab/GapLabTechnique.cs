using CnnVis.Core.Networks;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Core.Techniques.GapLab;

/// <summary>
/// A lesson in training: a network whose last convolution has one filter per class learns where things are without ever
/// being told (Zhou et al. 2016, arXiv 1512.04150). It needs no network and no picture: it makes the one and draws or
/// reads the others.
/// </summary>
/// <remarks>
/// Each frame shows the chosen test pictures in one strip, and over it a map for each class. Scalars: <c>loss</c> and
/// <c>accuracy</c> of each batch; at an epoch's end <c>train-loss</c>, <c>train-accuracy</c>, <c>test-loss</c>,
/// <c>test-accuracy</c>, and where places are known <c>pointing</c> and, in scenes of two things, <c>pointing-two</c>.
/// Such a frame carries the network, as does the first one. The last frame's arrays are all of these as curves,
/// <c>confusion</c> [classes, classes] (rows are what the pictures show), <c>class-maps</c> and <c>image</c>.
/// </remarks>
public sealed class GapLabTechnique() : Technique<GapLabOptions>("gap-lab", "Training lab")
{
    /// <inheritdoc/>
    public override bool NeedsNetwork => false;

    /// <inheritdoc/>
    protected override bool NeedsPicture(GapLabOptions options) => false;

    /// <inheritdoc/>
    protected override string DataSetId(GapLabOptions options) => options.Data;

    /// <inheritdoc/>
    protected override GapLabOptions Complete(GapLabOptions options, NetworkInfo? network)
    {
        var data = DataSetInfo.Find(options.Data);
        var completed = options with
        {
            TrainingPictures = Math.Min(options.TrainingPictures ?? data.UsualTraining, data.Training),
            Pictures = options.Pictures.Count > 0 ? options.Pictures : data.Showcase,
        };
        GapLabChecks.Require(completed, data);
        return completed;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(TechniqueInput input, GapLabOptions options)
    {
        using var session = new LabSession(input.DataSet!, options, input.Seed);
        if (input.From is { } from)
        {
            session.Recall(from);
        }

        for (var step = input.From is null ? 0 : input.FirstStep; step <= session.Total; step++)
        {
            var frame = session.Do(step);
            yield return session.CanRemember(step) ? input.Marked(frame, session.Remember) : frame;
        }
    }
}
