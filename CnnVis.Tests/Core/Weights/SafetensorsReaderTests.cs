using System.Text;
using TorchSharp;

namespace CnnVis.Tests.Core.Weights;

public sealed class SafetensorsReaderTests : IDisposable
{
    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("F64", torch.ScalarType.Float64, 8)]
    [InlineData("F32", torch.ScalarType.Float32, 4)]
    [InlineData("F16", torch.ScalarType.Float16, 2)]
    [InlineData("BF16", torch.ScalarType.BFloat16, 2)]
    [InlineData("I64", torch.ScalarType.Int64, 8)]
    [InlineData("I32", torch.ScalarType.Int32, 4)]
    [InlineData("I16", torch.ScalarType.Int16, 2)]
    [InlineData("I8", torch.ScalarType.Int8, 1)]
    [InlineData("U8", torch.ScalarType.Byte, 1)]
    [InlineData("BOOL", torch.ScalarType.Bool, 1)]
    public void Every_element_type_is_read(string name, torch.ScalarType type, int size)
    {
        var data = Enumerable.Range(0, 3 * size).Select(i => (byte)(i % 2)).ToArray();
        using var weights = _folder.Read(File($$$"""{"w":{"dtype":"{{{name}}}","shape":[3,1],"data_offsets":[0,{{{data.Length}}}]}}""", data));
        var tensor = weights.Tensors["w"];
        Assert.Equal(type, tensor.dtype);
        Assert.Equal([3L, 1], tensor.shape);
        Assert.Equal(data, tensor.bytes.ToArray());
    }

    [Fact]
    public void Metadata_is_no_tensor_and_an_empty_tensor_is_one()
    {
        using var weights = _folder.Read(File("""{"__metadata__":{"a":"b"},"w":{"dtype":"F32","shape":[0,3],"data_offsets":[0,0]}}""", []));
        Assert.Equal([0L, 3], Assert.Single(weights.Tensors).Value.shape);
    }

    [Theory]
    [InlineData("\"shape\":[-4],\"data_offsets\":[0,16]", "negative dimension")]
    [InlineData("\"shape\":[-2,-2],\"data_offsets\":[0,16]", "negative dimension")]
    [InlineData("\"shape\":[4294967296,4294967296],\"data_offsets\":[0,16]", "more elements than can be")]
    [InlineData("\"shape\":[0,9223372036854775807],\"data_offsets\":[0,0]", "more elements than can be")]
    [InlineData("\"shape\":[9223372036854775808],\"data_offsets\":[0,16]", "header is damaged")]
    [InlineData("\"shape\":[1.5],\"data_offsets\":[0,16]", "header is damaged")]
    [InlineData("\"shape\":[\"4\"],\"data_offsets\":[0,16]", "header is damaged")]
    [InlineData("\"shape\":4,\"data_offsets\":[0,16]", "header is damaged")]
    [InlineData("\"shape\":[3],\"data_offsets\":[0,16]", "needs 12 bytes by its shape and has 16")]
    [InlineData("\"shape\":[4],\"data_offsets\":[16,0]", "impossible data offsets")]
    [InlineData("\"shape\":[4],\"data_offsets\":[-16,0]", "impossible data offsets")]
    [InlineData("\"shape\":[4],\"data_offsets\":[0]", "impossible data offsets")]
    [InlineData("\"shape\":[4],\"data_offsets\":[0,9223372036854775807]", "needs 16 bytes")]
    [InlineData("\"shape\":[4],\"data_offsets\":[4,20]", "overlaps or leaves a gap")]
    [InlineData("\"shape\":[8],\"data_offsets\":[0,32]", "ends too early")]
    [InlineData("\"shape\":[2],\"data_offsets\":[0,8]", "belongs to no tensor")]
    [InlineData("\"data_offsets\":[0,16]", "has no shape")]
    [InlineData("\"shape\":[4]", "has no data_offsets")]
    public void A_header_that_lies_is_refused(string fields, string reason) =>
        Assert.Contains(reason, _folder.Refusal(File($$$"""{"w":{"dtype":"F32",{{{fields}}}}}""", new byte[16])));

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"w\":3}")]
    [InlineData("{\"w\":{\"dtype\":7,\"shape\":[],\"data_offsets\":[0,4]}}")]
    [InlineData("{\"w\":")]
    [InlineData("{\"w\":[[[[[[[[[[[[]]]]]]]]]]]]}")]
    public void A_header_that_is_no_list_of_tensors_is_refused(string header) => _folder.Refusal(File(header, new byte[4]));

    [Fact]
    public void Two_tensors_on_the_same_bytes_are_refused() => Assert.Contains("overlaps", _folder.Refusal(File("""
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}
        """, new byte[4])));

    [Fact]
    public void One_name_twice_is_refused() => Assert.Contains("header is damaged", _folder.Refusal(File("""
        {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}
        """, new byte[8])));

    [Fact]
    public void An_unknown_element_type_is_named() =>
        Assert.Contains("\"F8_E4M3\"", _folder.Refusal(File("""{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}""", [0])));

    [Fact]
    public void More_dimensions_than_any_network_has_are_refused()
    {
        var shape = string.Join(',', Enumerable.Repeat(1, 33));
        Assert.Contains("33 dimensions", _folder.Refusal(File($$$"""{"a":{"dtype":"U8","shape":[{{{shape}}}],"data_offsets":[0,1]}}""", [0])));
    }

    [Theory]
    [InlineData(100_000_001UL, "larger than 100 MB")]
    [InlineData(ulong.MaxValue, "larger than 100 MB")]
    [InlineData(1000UL, "longer than the file")]
    public void A_header_length_that_lies_is_refused(ulong length, string reason) =>
        Assert.Contains(reason, _folder.Refusal([.. BitConverter.GetBytes(length), .. "{}"u8]));

    [Fact]
    public void A_long_hostile_name_is_shortened_and_stays_on_one_line()
    {
        var name = new string('n', 500) + "\\n";
        var refusal = _folder.Refusal(File($$$"""{"\u0007{{{name}}}":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", new byte[4]));
        Assert.InRange(refusal.Length, 80, 250);
        Assert.DoesNotContain(refusal, char.IsControl);
    }

    private static byte[] File(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header.Trim());
        return [.. BitConverter.GetBytes((ulong)json.Length), .. json, .. data];
    }
}
