using System.Numerics;
using System.Text;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// The operations that torch.save uses, of protocol 2 and of Python's later protocols up to 4. Their codes are those of
/// Python's pickletools; every other operation is refused.
/// </summary>
internal static class PickleOperations
{
    /// <summary>What each code does to the reader.</summary>
    public static readonly Dictionary<byte, Action<PickleReader>> ByCode = new()
    {
        [PickleReader.Protocol] = r => Refuse.If(r.Input.Byte() is < 2 or > 4, "its pickle is of an unknown protocol"),
        [0x95] = r => r.Input.Int64(), // FRAME: a hint for reading ahead

        [(byte)'N'] = r => r.Stack.Push(null),
        [0x88] = r => r.Stack.Push(true),
        [0x89] = r => r.Stack.Push(false),
        [(byte)'J'] = r => r.Stack.Push((BigInteger)r.Input.Int32()),
        [(byte)'K'] = r => r.Stack.Push((BigInteger)r.Input.Byte()),
        [(byte)'M'] = r => r.Stack.Push((BigInteger)r.Input.UInt16()),
        [0x8a] = r => r.Stack.Push(r.Input.Integer(r.Input.Byte())),
        [(byte)'G'] = r => r.Stack.Push(r.Input.Double()),
        [(byte)'X'] = r => r.Stack.Push(r.Input.Text((uint)r.Input.Int32(), Encoding.UTF8)),
        [0x8c] = r => r.Stack.Push(r.Input.Text(r.Input.Byte(), Encoding.UTF8)),
        [0x8d] = r => r.Stack.Push(r.Input.Text(r.Input.Int64(), Encoding.UTF8)),
        [(byte)'U'] = r => r.Stack.Push(r.Input.Text(r.Input.Byte(), Encoding.Latin1)), // Python 2
        [(byte)'T'] = r => r.Stack.Push(r.Input.Text(r.Input.Int32(), Encoding.Latin1)), // Python 2

        [(byte)'('] = r => r.Stack.Mark(),
        [(byte)')'] = r => r.Stack.Push(Array.Empty<object?>()),
        [0x85] = r => r.Stack.Push(r.Stack.Pop(1)),
        [0x86] = r => r.Stack.Push(r.Stack.Pop(2)),
        [0x87] = r => r.Stack.Push(r.Stack.Pop(3)),
        [(byte)'t'] = r => r.Stack.Push(r.Stack.PopToMark()),
        [(byte)']'] = r => r.Stack.Push(new List<object?>()),
        [(byte)'a'] = r => r.Append(r.Stack.Pop(1)),
        [(byte)'e'] = r => r.Append(r.Stack.PopToMark()),
        [(byte)'}'] = r => r.Stack.Push(new Dictionary<string, object?>()),
        [(byte)'s'] = r => r.SetItems(r.Stack.Pop(2)),
        [(byte)'u'] = r => r.SetItems(r.Stack.PopToMark()),

        [(byte)'q'] = r => r.Stack.Remember(r.Input.Byte()),
        [(byte)'r'] = r => r.Stack.Remember((uint)r.Input.Int32()),
        [0x94] = r => r.Stack.RememberNext(),
        [(byte)'h'] = r => r.Stack.Recall(r.Input.Byte()),
        [(byte)'j'] = r => r.Stack.Recall((uint)r.Input.Int32()),

        [(byte)'c'] = r => r.Stack.Push(PickleGlobals.Find(r.Input.Line(), r.Input.Line())),
        [0x93] = r => r.StackGlobal(),
        [(byte)'i'] = r => throw PickleGlobals.Refusal(r.Input.Line(), r.Input.Line()), // INST: makes an object
        [(byte)'R'] = r => r.Call(),
        [0x81] = r => r.Call(), // NEWOBJ: a class, called like a function
        [(byte)'b'] = r => r.Build(),
        [(byte)'Q'] = r => r.LoadPersistent(),
    };
}
