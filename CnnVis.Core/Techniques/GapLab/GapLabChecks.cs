using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Core.Techniques.GapLab;

/// <summary>Checks of the lab's options against its data set.</summary>
internal static class GapLabChecks
{
    private const int LargestWidth = 64;

    /// <exception cref="InvalidOptionsException">They do not fit together, or ask for too much.</exception>
    public static void Require(GapLabOptions options, DataSetInfo data)
    {
        if (options.Widths.Any(width => width is < 1 or > LargestWidth))
        {
            throw new InvalidOptionsException($"widths must be 1 to {LargestWidth} channels each.");
        }

        var last = data.Test + data.Scenes - 1;
        if (options.Pictures.Any(picture => picture < 0 || picture > last) || options.Pictures.Distinct().Count() < options.Pictures.Count)
        {
            throw new InvalidOptionsException($"pictures must be different test pictures of {data.Title}, 0 to {last}.");
        }

        if (options.Batch > options.TrainingPictures)
        {
            throw new InvalidOptionsException("batch must not be larger than trainingPictures.");
        }

        var batches = LabPlan.Of(options).Batches * options.Epochs;
        if (batches > GapLabOptions.MostBatches)
        {
            throw new InvalidOptionsException(
                $"{batches} batches are more than the {GapLabOptions.MostBatches} of the longest training: choose fewer epochs or larger batches.");
        }
    }
}
