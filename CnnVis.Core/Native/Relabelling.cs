using System.Buffers.Binary;
using System.Text;

namespace CnnVis.Core.Native;

/// <summary>
/// TorchSharp 0.107's native part asks the C++ runtime for one symbol that only GCC 13 and newer have,
/// <c>std::ios_base_library_init()</c>. Its older equivalent is the constructor of <c>std::ios_base::Init</c>,
/// which never reads its <c>this</c>. Asking for that one instead lets the library load with GCC 12's runtime.
/// </summary>
internal static class Relabelling
{
    internal const string NewSymbol = "_ZSt21ios_base_library_initv";
    internal const string OldSymbol = "_ZNSt8ios_base4InitC1Ev";
    private const string NewVersion = "GLIBCXX_3.4.32", OldVersion = "GLIBCXX_3.4";

    /// <summary>Whether the library's bytes are relabelled already. Debug sections may still tell the new symbol's name.</summary>
    /// <exception cref="InvalidDataException">The bytes are no library.</exception>
    public static bool IsDone(byte[] bytes) => Reading(() =>
    {
        var names = bytes.AsSpan(new ElfFile(bytes).Section(".dynstr"));
        return names.IndexOf(Terminated(NewSymbol)) < 0 && names.IndexOf(Terminated(OldSymbol)) >= 0;
    });

    /// <summary>Returns a relabelled copy of the library's bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those this was written for; the message says why.</exception>
    public static byte[] Apply(byte[] original) => Reading(() =>
    {
        var bytes = (byte[])original.Clone();
        var elf = new ElfFile(bytes);
        var versions = elf.RequiredVersions("libstdc++.so.6").ToList();
        var from = Single(versions, NewVersion);
        var to = Single(versions, OldVersion);
        ReplaceSymbol(bytes.AsSpan(elf.Section(".dynstr")));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(from.Position), to.Hash);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(from.Position + 8), to.NameOffset);
        return bytes;
    });

    // A damaged file sends the reader out of its bounds.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            throw new InvalidDataException("it is damaged", e);
        }
    }

    private static ElfFile.VersionEntry Single(List<ElfFile.VersionEntry> versions, string name) =>
        versions.Where(version => version.Name == name).ToList() is [var only]
            ? only
            : throw new InvalidDataException($"it does not ask for {name} exactly once");

    private static void ReplaceSymbol(Span<byte> names)
    {
        var wanted = Terminated(NewSymbol).AsSpan();
        var at = names.IndexOf(wanted);
        if (at < 0 || names[(at + 1)..].IndexOf(wanted) >= 0)
        {
            throw new InvalidDataException($"it does not name {NewSymbol} exactly once");
        }

        var slot = names.Slice(at + 1, NewSymbol.Length);
        slot.Clear();
        Encoding.ASCII.GetBytes(OldSymbol, slot);
    }

    private static byte[] Terminated(string name) => Encoding.ASCII.GetBytes($"\0{name}\0");
}
