using CnnVis.Core.Weights;
using TorchSharp;

namespace CnnVis.Tests.Core.Weights;

/// <summary>Every format, cut off and altered in many places.</summary>
public sealed class DamagedFileTests : IDisposable
{
    private readonly WeightsFolder _folder = new();

    public static TheoryData<string> Formats => ["safetensors", "zip", "legacy"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_sample_itself_is_sound(string format)
    {
        using var weights = _folder.Read(Sample(format));
        Assert.Equal(["a", "b"], weights.Tensors.Keys.Order());
        Assert.Equal([1f, 2, 3, 4, 5, 6], weights.Tensors["a"].data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_off_anywhere_is_refused(string format)
    {
        var sample = Sample(format);
        for (var length = 0; length < sample.Length; length++)
        {
            _folder.Refusal(sample[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_with_any_byte_altered_is_read_or_refused(string format)
    {
        var sample = Sample(format);
        for (var position = 0; position < sample.Length; position++)
        {
            foreach (var value in new byte[] { 0xff, (byte)(sample[position] ^ 1) })
            {
                var altered = sample.ToArray();
                altered[position] = value;
                _folder.ReadOrRefuse(altered);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_with_several_bytes_altered_is_read_or_refused(string format)
    {
        var random = new Random(1);
        var sample = Sample(format);
        for (var trial = 0; trial < 300; trial++)
        {
            var altered = sample.ToArray();
            for (var change = random.Next(2, 8); change > 0; change--)
            {
                altered[random.Next(altered.Length)] = (byte)random.Next(256);
            }
            _folder.ReadOrRefuse(altered);
        }
    }

    private static byte[] Sample(string format) => format switch
    {
        "safetensors" => Safetensors(),
        "zip" => PthFile.Zip(Pickle(), ("data/0", PthFile.Floats(1, 2, 3, 4, 5, 6)), ("data/1", PthFile.Floats(7)), ("byteorder", "little"u8.ToArray())),
        _ => PthFile.Legacy(Pickle(), ("0", 6, PthFile.Floats(1, 2, 3, 4, 5, 6)), ("1", 1, PthFile.Floats(7))),
    };

    private static byte[] Safetensors()
    {
        using var scope = torch.NewDisposeScope();
        using var bytes = new MemoryStream();
        var a = torch.tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        SafetensorsWriter.Write(bytes, new Dictionary<string, torch.Tensor> { ["a"] = a, ["b"] = torch.tensor(7f) });
        return bytes.ToArray();
    }

    private static byte[] Pickle() => new PickleScript().Dictionary(
        ("a", p => p.Tensor(s => s.Storage("0", 6), 0, [2, 3], [3, 1])),
        ("b", p => p.Tensor(s => s.Storage("1", 1), 0, [], []))).Stop();
}
