using static TorchSharp.torch;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>A global that a pickle may call, as our own function of plain values.</summary>
internal sealed record PickleFunction(Func<object?[], object?> Call);

/// <summary>
/// The only globals a pickle may name. Each stands for one of our own functions or for an element type: there is no way
/// from a name in the file to code.
/// </summary>
internal static class PickleGlobals
{
    private static readonly Dictionary<string, object> Known = new()
    {
        ["collections.OrderedDict"] = new PickleFunction(OrderedDict),
        ["torch._utils._rebuild_tensor"] = new PickleFunction(Tensor),
        ["torch._utils._rebuild_tensor_v2"] = new PickleFunction(Tensor),
        ["torch._utils._rebuild_parameter"] = new PickleFunction(Parameter),
        ["torch.nn.parameter.Parameter"] = new PickleFunction(Parameter),
        ["torch.DoubleStorage"] = ScalarType.Float64,
        ["torch.FloatStorage"] = ScalarType.Float32,
        ["torch.HalfStorage"] = ScalarType.Float16,
        ["torch.BFloat16Storage"] = ScalarType.BFloat16,
        ["torch.LongStorage"] = ScalarType.Int64,
        ["torch.IntStorage"] = ScalarType.Int32,
        ["torch.ShortStorage"] = ScalarType.Int16,
        ["torch.CharStorage"] = ScalarType.Int8,
        ["torch.ByteStorage"] = ScalarType.Byte,
        ["torch.BoolStorage"] = ScalarType.Bool,
    };

    /// <summary>The function or <see cref="ScalarType"/> behind a name.</summary>
    /// <exception cref="WeightsRefusedException">Any other name; the sentence says which.</exception>
    public static object Find(string module, string name)
    {
        // Files saved on a GPU name its storages; their bytes are the same.
        var home = module == "torch.cuda" ? "torch" : module;
        return Known.TryGetValue($"{home}.{name}", out var known) ? known : throw Refusal(module, name);
    }

    public static WeightsRefusedException Refusal(string module, string name) =>
        new($"it asks to run `{Wording.Plain($"{module}.{name}")}`, and only plain tensors are read from weights files");

    private static Dictionary<string, object?> OrderedDict(object?[] arguments) => arguments switch
    {
        [] => [],
        // Python 2 stored the pairs as lists.
        [List<object?> pairs] => Pickled.Dictionary(pairs.Select(Pair)),
        _ => throw new WeightsRefusedException(Pickled.Damaged),
    };

    private static object?[] Pair(object? pair) => pair is List<object?> list ? [.. list] : Pickled.As<object?[]>(pair);

    // storage, offset, shape, strides; then whether it needs a gradient, and hooks, which concern training only.
    private static PickledTensor Tensor(object?[] arguments) =>
        arguments is [StorageSlice slice, var offset, var shape, var strides, ..]
        ? PickledTensor.Within(slice, Pickled.Integer(offset), Pickled.Integers(shape), Pickled.Integers(strides))
        : throw new WeightsRefusedException(Pickled.Damaged);

    private static PickledTensor Parameter(object?[] arguments) =>
        arguments is [PickledTensor tensor, ..] ? tensor : throw new WeightsRefusedException(Pickled.Damaged);
}
