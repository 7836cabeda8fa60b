using System.Runtime.InteropServices;
using CnnVis.Core.Weights.Pickles;

namespace CnnVis.Core.Weights;

/// <summary>Reads trained weights from a file. No file can make it run code, whatever the file asks for.</summary>
public static class WeightsFile
{
    private const int SignatureLength = 9;

    /// <summary>
    /// Reads every tensor of a safetensors file or of a PyTorch file (<c>.pth</c>, the zip archive as well as the older
    /// bare pickle stream). The content decides which it is, not the extension.
    /// </summary>
    /// <param name="path">The file, at most 2 GB.</param>
    /// <returns>
    /// The tensors by name, in the file's element types, on the CPU; the caller disposes them. Tensors that share a
    /// storage in a PyTorch file share memory here too, and need not be contiguous.
    /// </returns>
    /// <exception cref="InvalidWeightsException">
    /// The file is absent, damaged, cut short, too large, or asks for anything but plain tensors.
    /// </exception>
    public static TensorSet Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Read(file);
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            throw new InvalidWeightsException($"The weights file \"{Path.GetFileName(path)}\" cannot be used: {reason}.", e);
        }
    }

    private static TensorSet Read(FileStream file)
    {
        // Within this bound every length and offset fits an int, as spans need.
        Refuse.If(file.Length > int.MaxValue, "it is larger than 2 GB");
        Refuse.If(file.Length < SignatureLength, "it is too short to hold any tensor");
        return Reader(file)(file);
    }

    private static Func<FileStream, TensorSet> Reader(FileStream file)
    {
        Span<byte> start = stackalloc byte[SignatureLength];
        file.ReadExactly(start);
        file.Position = 0;
        return start switch
        {
            // First, because a header of 640 bytes begins like a pickle.
            [.., (byte)'{'] => SafetensorsReader.Read,
            [(byte)'P', (byte)'K', 3, 4, ..] => ZipWeightsReader.Read,
            [PickleReader.Protocol, ..] => LegacyWeightsReader.Read,
            _ => throw new WeightsRefusedException("it is neither a safetensors file nor a PyTorch weights file"),
        };
    }

    private static string? Reason(Exception e) => e switch
    {
        WeightsRefusedException => e.Message,
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        EndOfStreamException => "it ends too early, as after a download that was cut short",
        InvalidDataException or NotSupportedException => "its archive is damaged or cut short",
        IOException or UnauthorizedAccessException => "it cannot be opened or read",
        ExternalException => "its tensors do not fit into memory",
        _ => null,
    };
}
