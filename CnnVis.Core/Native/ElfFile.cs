using System.Buffers.Binary;
using System.Text;

namespace CnnVis.Core.Native;

/// <summary>
/// Just enough of a 64-bit little-endian ELF file to find a section and to walk its symbol version requirements
/// (System V ABI, chapter 4; Linux Standard Base, "Symbol Versioning").
/// </summary>
internal sealed class ElfFile
{
    private const int SectionTableOffset = 0x28, SectionHeaderSize = 0x3A, SectionCount = 0x3C, NameSectionIndex = 0x3E;
    private readonly byte[] _bytes;

    /// <exception cref="InvalidDataException">The bytes are no 64-bit little-endian ELF file.</exception>
    public ElfFile(byte[] bytes)
    {
        if (bytes.Length < 64 || !bytes.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("it is not a 64-bit little-endian ELF file");
        }

        _bytes = bytes;
    }

    /// <summary>Where the named section lies in the file.</summary>
    /// <exception cref="InvalidDataException">There is no such section.</exception>
    public Range Section(string name)
    {
        var names = SectionRange(UInt16(NameSectionIndex));
        for (var index = 0; index < UInt16(SectionCount); index++)
        {
            if (Text(names, UInt32(SectionHeader(index))) == name)
            {
                return SectionRange(index);
            }
        }

        throw new InvalidDataException($"it has no section {name}");
    }

    /// <summary>The versions required of one library: where each entry stands, its hash and its name.</summary>
    public IEnumerable<VersionEntry> RequiredVersions(string library)
    {
        var names = Section(".dynstr");
        var position = Section(".gnu.version_r").Start.Value;
        for (var next = -1; next != 0; position += next)
        {
            next = (int)UInt32(position + 12);
            if (Text(names, UInt32(position + 4)) != library)
            {
                continue;
            }

            var entry = position + (int)UInt32(position + 8);
            for (var count = UInt16(position + 2); count > 0; count--, entry += (int)UInt32(entry + 12))
            {
                yield return new VersionEntry(entry, UInt32(entry), UInt32(entry + 8), Text(names, UInt32(entry + 8)));
            }
        }
    }

    private int SectionHeader(int index) => checked((int)UInt64(SectionTableOffset) + (index * UInt16(SectionHeaderSize)));

    private Range SectionRange(int index)
    {
        var start = checked((int)UInt64(SectionHeader(index) + 0x18));
        var end = checked(start + (int)UInt64(SectionHeader(index) + 0x20));
        return start >= 0 && end >= start && end <= _bytes.Length
            ? start..end
            : throw new InvalidDataException("a section lies outside the file");
    }

    private string Text(Range section, uint offset)
    {
        var text = _bytes.AsSpan(section)[checked((int)offset)..];
        var end = text.IndexOf((byte)0);
        return end < 0 ? throw new InvalidDataException("a name does not end") : Encoding.ASCII.GetString(text[..end]);
    }

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private ulong UInt64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at));

    /// <summary>One version a library must offer.</summary>
    /// <param name="Position">Byte offset of the entry in the file: hash at 0, name offset at 8.</param>
    public readonly record struct VersionEntry(int Position, uint Hash, uint NameOffset, string Name);
}
