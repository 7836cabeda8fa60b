using System.Formats.Tar;
using System.IO.Compression;

namespace CnnVis.Core.Training.Data;

/// <summary>CIFAR-10 as it is published: one compressed archive (https://www.cs.toronto.edu/~kriz/cifar.html).</summary>
public static class CifarArchive
{
    /// <summary>Writes the files that are read here into a folder.</summary>
    /// <param name="archive">The archive from its beginning; its content is trusted, as after its hash was checked.</param>
    /// <param name="folder">An existing folder; files of the same names are replaced.</param>
    /// <exception cref="InvalidDataSetException">It is damaged, or lacks a file.</exception>
    public static void Unpack(Stream archive, string folder)
    {
        try
        {
            using var tar = new TarReader(new GZipStream(archive, CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                var name = entry.Name.Split('/')[^1];
                if (CifarData.Files.Contains(name))
                {
                    entry.ExtractToFile(Path.Combine(folder, name), overwrite: true);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataSetException("The archive of CIFAR-10 is damaged. Fetch it again.", e);
        }

        if (!CifarData.IsIn(folder))
        {
            throw new InvalidDataSetException("The archive of CIFAR-10 lacks files. Fetch cifar-10-binary.tar.gz.");
        }
    }
}
