using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>The names safetensors gives to element types.</summary>
internal static class SafetensorsType
{
    private static readonly Dictionary<string, ScalarType> ByName = new()
    {
        ["F64"] = ScalarType.Float64,
        ["F32"] = ScalarType.Float32,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["I64"] = ScalarType.Int64,
        ["I32"] = ScalarType.Int32,
        ["I16"] = ScalarType.Int16,
        ["I8"] = ScalarType.Int8,
        ["U8"] = ScalarType.Byte,
        ["BOOL"] = ScalarType.Bool,
    };

    public static ScalarType Named(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new WeightsRefusedException($"it has a tensor of the type {Wording.Quoted(name)}, which is not supported");
}
