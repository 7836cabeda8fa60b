using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace CnnVis.Core.Training.Data;

/// <summary>A file of a data set. Whatever is wrong with it becomes one sentence that names it.</summary>
internal static class DataFile
{
    /// <summary>Lets something read a file from its beginning; one that ends in <c>.gz</c> is decompressed on the way.</summary>
    /// <exception cref="InvalidDataSetException">The file is damaged, cut short, or cannot be read.</exception>
    public static void Read(string path, Action<Stream> read)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            read(content);
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            throw new InvalidDataSetException($"The file \"{Path.GetFileName(path)}\" cannot be used: {reason}. Fetch it again.", e);
        }
    }

    /// <summary>Refuses the file that is being read.</summary>
    public static void RefuseIf([DoesNotReturnIf(true)] bool wrong, string reason)
    {
        if (wrong)
        {
            throw new RefusedException(reason);
        }
    }

    /// <summary>Refuses the file that is being read if it goes on.</summary>
    public static void RequireEnd(Stream content) => RefuseIf(content.ReadByte() >= 0, "it is longer than it should be");

    private static string? Reason(Exception e) => e switch
    {
        RefusedException => e.Message,
        EndOfStreamException => "it ends too early, as after a download that was cut short",
        InvalidDataException => "its compression is damaged",
        IOException or UnauthorizedAccessException => "it cannot be opened or read",
        _ => null,
    };

    private sealed class RefusedException(string reason) : Exception(reason);
}
