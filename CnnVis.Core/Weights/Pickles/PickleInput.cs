using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>The bytes of one pickle, and none beyond its end: other data may follow in the stream.</summary>
internal sealed class PickleInput(Stream stream)
{
    private readonly byte[] _field = new byte[sizeof(long)];
    private int _taken;

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(8));

    public BigInteger Integer(int length) => new(Bytes(length));

    public string Text(long length, Encoding encoding)
    {
        Refuse.If(length is < 0 or > PickleLimits.TextLength, "its pickle holds a text of impossible length");
        return encoding.GetString(Bytes((int)length));
    }

    /// <summary>Reads up to a line feed, as module and class names are stored.</summary>
    public string Line()
    {
        var line = new List<byte>();
        for (var next = Byte(); next != '\n'; next = Byte())
        {
            line.Add(next);
            Refuse.If(line.Count > PickleLimits.TextLength, "its pickle holds a text of impossible length");
        }
        return Encoding.UTF8.GetString([.. line]);
    }

    // Valid until the next call: most of a pickle is single bytes, which shall not each cost an array.
    private ReadOnlySpan<byte> Bytes(int count)
    {
        Refuse.If(count > PickleLimits.Bytes - _taken, "its pickle is larger than any list of tensors");
        _taken += count;
        var bytes = count <= _field.Length ? _field.AsSpan(0, count) : new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
