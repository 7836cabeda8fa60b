using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Weights;

/// <summary>What a PyTorch file says of its tensors, believed where it can be true.</summary>
public sealed class PickledTensorTests : IDisposable
{
    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Offset_and_strides_are_honoured()
    {
        using var weights = _folder.Read(Zip(6, 1, [2, 2], [1, 3]));
        using var plain = weights.Tensors["w"].contiguous();
        Assert.Equal([1f, 4, 2, 5], plain.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0, new long[] { 7 }, new long[] { 1 }, "beyond its storage")]
    [InlineData(1, new long[] { 6 }, new long[] { 1 }, "beyond its storage")]
    [InlineData(0, new long[] { 2, 3 }, new long[] { 4, 1 }, "beyond its storage")]
    [InlineData(0, new long[] { 1000, 1000 }, new long[] { 0, 0 }, "beyond its storage")]
    [InlineData(0, new long[] { 2 }, new[] { long.MaxValue }, "beyond its storage")]
    [InlineData(long.MaxValue, new long[] { 2 }, new[] { long.MaxValue }, "beyond its storage")]
    [InlineData(-1, new long[] { 1 }, new long[] { 1 }, "negative offset or stride")]
    [InlineData(5, new long[] { 2 }, new long[] { -1 }, "negative offset or stride")]
    [InlineData(0, new long[] { -1 }, new long[] { 1 }, "negative dimension")]
    [InlineData(0, new[] { long.MaxValue, 2 }, new long[] { 1, 1 }, "more elements than can be")]
    [InlineData(0, new long[] { 2, 3 }, new long[] { 1 }, "one stride for each dimension")]
    public void A_tensor_outside_its_storage_is_refused(long offset, long[] shape, long[] strides, string reason) =>
        Assert.Contains(reason, _folder.Refusal(Zip(6, offset, shape, strides)));

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_storage_of_impossible_size_is_refused(long count) =>
        Assert.Contains("impossible size", _folder.Refusal(Zip(count, 0, [1], [1])));

    [Fact]
    public void A_number_beyond_64_bits_is_refused() => _folder.Refusal(PthFile.Zip(new PickleScript()
        .Op('(').Text("storage").Global("torch", "FloatStorage").Text("0").Text("cpu").Int(System.Numerics.BigInteger.One << 80).Op("tQ"u8).Stop()));

    [Fact]
    public void One_storage_described_in_two_ways_is_refused()
    {
        var pickle = new PickleScript().Dictionary(
            ("a", p => p.Tensor(s => s.Storage("0", 1), 0, [1], [1])),
            ("b", p => p.Tensor(s => s.Storage("0", 1, "LongStorage"), 0, [1], [1]))).Stop();
        Assert.Contains("in two ways", _folder.Refusal(PthFile.Zip(pickle, ("data/0", new byte[8]))));
    }

    [Fact]
    public void An_empty_tensor_is_read()
    {
        using var weights = _folder.Read(PthFile.Zip(PthFile.OneTensor(0, 0, [0, 5], [5, 1]), ("data/0", [])));
        Assert.Equal([0L, 5], weights.Tensors["w"].shape);
    }

    [Theory]
    [InlineData("torch", "DoubleStorage", ScalarType.Float64, 8)]
    [InlineData("torch", "HalfStorage", ScalarType.Float16, 2)]
    [InlineData("torch", "BFloat16Storage", ScalarType.BFloat16, 2)]
    [InlineData("torch", "LongStorage", ScalarType.Int64, 8)]
    [InlineData("torch", "IntStorage", ScalarType.Int32, 4)]
    [InlineData("torch", "ShortStorage", ScalarType.Int16, 2)]
    [InlineData("torch", "CharStorage", ScalarType.Int8, 1)]
    [InlineData("torch", "ByteStorage", ScalarType.Byte, 1)]
    [InlineData("torch", "BoolStorage", ScalarType.Bool, 1)]
    [InlineData("torch.cuda", "FloatStorage", ScalarType.Float32, 4)]
    public void Every_storage_type_is_read(string module, string name, ScalarType type, int size)
    {
        var pickle = new PickleScript().Dictionary(("w", p => p.Tensor(
            s => s.Op('(').Text("storage").Global(module, name).Text("0").Text("cpu").Int(2).Op("tQ"u8), 0, [2], [1]))).Stop();
        var data = Enumerable.Range(0, 2 * size).Select(i => (byte)(i % 2)).ToArray();
        using var weights = _folder.Read(PthFile.Zip(pickle, ("data/0", data)));
        Assert.Equal(type, weights.Tensors["w"].dtype);
        Assert.Equal(data, weights.Tensors["w"].bytes.ToArray());
    }

    private static byte[] Zip(long count, long offset, long[] shape, long[] strides) =>
        PthFile.Zip(PthFile.OneTensor(count, offset, shape, strides), ("data/0", PthFile.Floats(0, 1, 2, 3, 4, 5)));
}
