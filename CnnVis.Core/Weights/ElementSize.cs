using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

internal static class ElementSize
{
    /// <summary>Bytes per element.</summary>
    public static int Of(ScalarType type) => type switch
    {
        ScalarType.Float64 or ScalarType.Int64 => 8,
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Int16 => 2,
        _ => 1,
    };
}
