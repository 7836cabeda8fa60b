using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CnnVis.Tests.Core.Weights;

/// <summary>Writes pickles operation by operation, well-formed or not.</summary>
internal sealed class PickleScript
{
    private readonly List<byte> _bytes = [0x80, 2];

    public static byte[] Of(BigInteger number) => new PickleScript().Int(number).Stop();

    public PickleScript Op(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public PickleScript Op(char code) => Op((byte)code);

    public PickleScript Global(string module, string name, char code = 'c') =>
        Op(code).Op(Encoding.UTF8.GetBytes($"{module}\n{name}\n"));

    public PickleScript Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Op('X').Op(Little(bytes.Length)).Op(bytes);
    }

    public PickleScript Int(BigInteger number)
    {
        var bytes = number.ToByteArray();
        return Op(0x8a).Op((byte)bytes.Length).Op(bytes);
    }

    public PickleScript Ints(params IEnumerable<long> numbers)
    {
        Op('(');
        foreach (var number in numbers)
        {
            Int(number);
        }
        return Op('t');
    }

    /// <summary>A storage by its persistent id; a view is what the older format may add.</summary>
    public PickleScript Storage(string key, long count, string type = "FloatStorage", (long Start, long Count)? view = null)
    {
        Op('(').Text("storage").Global("torch", type).Text(key).Text("cpu").Int(count);
        if (view is var (start, length))
        {
            Op('(').Text("v").Int(start).Int(length).Op('t');
        }
        return Op('t').Op('Q');
    }

    /// <summary>The tensor whose storage is given first.</summary>
    public PickleScript Tensor(Action<PickleScript> storage, long offset, long[] shape, long[] strides)
    {
        Global("torch._utils", "_rebuild_tensor_v2").Op('(');
        storage(this);
        return Int(offset).Ints(shape).Ints(strides).Op(0x89).Global("collections", "OrderedDict").Op(")R"u8).Op("tR"u8);
    }

    public PickleScript Dictionary(params IEnumerable<(string Key, Action<PickleScript> Value)> entries)
    {
        Op("}("u8);
        foreach (var (key, value) in entries)
        {
            Text(key);
            value(this);
        }
        return Op('u');
    }

    public byte[] Stop() => [.. _bytes, (byte)'.'];

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
