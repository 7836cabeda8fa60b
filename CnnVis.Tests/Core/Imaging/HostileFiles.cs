using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CnnVis.Tests.Core.Imaging;

/// <summary>Files no honest program writes.</summary>
internal static class HostileFiles
{
    /// <summary>A PNG file of some kilobytes with a header of any size; every checksum is right.</summary>
    internal static byte[] PngBomb(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2); // eight bits, RGB
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(new byte[3_000_000]));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The PNG file with compressed text before its end, which unpacks to a thousand times its size.</summary>
    internal static byte[] WithTextBombs(byte[] png, string type, int count)
    {
        byte[] head = type == "iTXt" ? [.. "key\0"u8, 1, 0, 0, 0] : [.. "key\0"u8, 0];
        byte[] text = [.. head, .. Compress(new byte[4_000_000])];
        const int End = 12; // the last chunk, IEND
        using var file = new MemoryStream();
        file.Write(png.AsSpan(..^End));
        for (var i = 0; i < count; i++)
        {
            WriteChunk(file, type, text);
        }

        file.Write(png.AsSpan(^End..));
        return file.ToArray();
    }

    /// <summary>A GIF file of one pixel's data on a screen of any size.</summary>
    internal static byte[] GifBomb(ushort width, ushort height)
    {
        byte[] size = [(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];
        byte[] palette = [0, 0, 0, 255, 255, 255];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, .. palette, 0x2C, 0, 0, 0, 0, .. size, 0, 2, 2, 0x4C, 0x01, 0, 0x3B];
    }

    private static byte[] Compress(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(body));
        file.Write(number);
    }

    private static uint Crc32(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
