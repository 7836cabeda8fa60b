using CnnVis.Core.Techniques.GapLab;

namespace CnnVis.Core.Training.Lab;

/// <summary>How the step size changes in a training.</summary>
internal static class LearningRate
{
    private const double WarmUp = 0.05;

    /// <summary>
    /// The rate of a batch. By the cosine schedule it rises for a twentieth of the training and then falls along half a
    /// cosine to 0 (Loshchilov and Hutter 2016, arXiv 1608.03983).
    /// </summary>
    /// <param name="batch">From 0.</param>
    /// <param name="batches">How many the whole training has.</param>
    public static double At(GapLabOptions options, int batch, int batches)
    {
        var done = (batch + 0.5) / batches;
        return options.Rate * (options.Schedule == RateSchedule.Constant ? 1
            : done < WarmUp ? done / WarmUp
            : (1 + Math.Cos(Math.PI * (done - WarmUp) / (1 - WarmUp))) / 2);
    }
}
