using TorchSharp;

namespace CnnVis.Tests.Core.Weights;

/// <summary>Tensors that this thread made and did not free.</summary>
internal static class LiveTensors
{
    public static long Count
    {
        get
        {
            var s = DisposeScopeManager.Statistics;
            return s.CreatedOutsideScopeCount + s.CreatedInScopeCount - s.DisposedOutsideScopeCount - s.DisposedInScopeCount;
        }
    }
}
