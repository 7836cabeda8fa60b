using TorchSharp;

namespace CnnVis.Tests.Support;

/// <summary>Counts the tensors of this thread that were made and not freed.</summary>
internal static class TensorLeaks
{
    /// <summary>How many more tensors are alive after the action than before.</summary>
    public static long Count(Action action)
    {
        var before = Alive();
        action();
        return Alive() - before;
    }

    private static long Alive()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        return statistics.ThreadTotalLiveCount;
    }
}
