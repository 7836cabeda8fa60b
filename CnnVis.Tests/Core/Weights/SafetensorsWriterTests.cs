using System.Text;
using System.Text.Json;
using CnnVis.Core.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Weights;

public sealed class SafetensorsWriterTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var folder = new WeightsFolder();
        var tensors = Sample();
        SafetensorsWriter.Write(folder.Path(), tensors);
        using var read = WeightsFile.Read(folder.Path());

        Assert.Equal(tensors.Keys.Order(), read.Tensors.Keys.Order());
        Assert.All(tensors, t =>
        {
            Assert.Equal(t.Value.dtype, read.Tensors[t.Key].dtype);
            Assert.True(t.Value.equal(read.Tensors[t.Key]).all().item<bool>());
        });
    }

    [Fact]
    public void Names_are_in_ordinal_order_and_tensors_aligned_to_their_elements()
    {
        var bytes = Bytes(Sample(), new Dictionary<string, string> { ["licence"] = "MIT", ["b"] = "c" });
        var length = BitConverter.ToInt32(bytes);
        using var header = JsonDocument.Parse(bytes.AsMemory(8, length));

        Assert.Equal(0, length % 8);
        Assert.Equal(["__metadata__", "B", "a", "half", "scalar"], header.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("""{"b":"c","licence":"MIT"}""", header.RootElement.GetProperty("__metadata__").GetRawText());
        Assert.Equal("""{"dtype":"F16","shape":[3],"data_offsets":[44,50]}""", header.RootElement.GetProperty("half").GetRawText());
    }

    [Fact]
    public void The_same_tensors_give_the_same_bytes_in_whatever_order_they_come() =>
        Assert.Equal(Bytes(Sample()), Bytes(Sample().Reverse().ToDictionary()));

    [Fact]
    public void No_tensor_gives_an_empty_header() => Assert.Equal("{}      ", Encoding.ASCII.GetString(Bytes([])[8..]));

    [Fact]
    public void Other_element_types_are_refused_before_a_file_is_made()
    {
        using var folder = new WeightsFolder();
        var error = Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(folder.Path(), new Dictionary<string, Tensor> { ["n"] = tensor(1L) }));
        Assert.Contains("\"n\" is Int64", error.Message);
        Assert.False(File.Exists(folder.Path()));
    }

    [Fact]
    public void The_formats_own_name_is_refused() =>
        Assert.Throws<ArgumentException>(() => Bytes(new() { ["__metadata__"] = tensor(1f) }));

    [Fact]
    public void Writing_leaves_no_tensor_behind()
    {
        var tensors = Sample();
        var live = LiveTensors.Count;
        Bytes(tensors);
        Assert.Equal(live, LiveTensors.Count);
    }

    private static Dictionary<string, Tensor> Sample() => new()
    {
        ["half"] = tensor(new[] { 1f, -2f, 65504f }).to(ScalarType.Float16),
        ["scalar"] = tensor(3.5f),
        ["a"] = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t(), // not contiguous
        ["B"] = tensor(new[] { float.NegativeInfinity, 0f, float.Epsilon, 1f }, requires_grad: true),
    };

    private static byte[] Bytes(Dictionary<string, Tensor> tensors, Dictionary<string, string>? metadata = null)
    {
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, tensors, metadata);
        return stream.ToArray();
    }
}
