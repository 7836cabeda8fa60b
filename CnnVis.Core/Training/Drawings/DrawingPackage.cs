using System.Formats.Tar;
using System.IO.Compression;

namespace CnnVis.Core.Training.Drawings;

/// <summary>An npm package as <c>npm pack</c> brings it: a gzipped tar of named files, read into memory.</summary>
internal sealed class DrawingPackage
{
    private const string Root = "package/";
    private readonly Dictionary<string, byte[]> _files = [];

    /// <param name="path">The .tgz file.</param>
    /// <exception cref="CnnVisException">It is damaged or cut off.</exception>
    public DrawingPackage(string path)
    {
        try
        {
            using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                Keep(entry);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new DrawingsException($"{Path.GetFileName(path)} is damaged or cut off; delete it and fetch the drawings again.", e);
        }
    }

    /// <summary>A file's bytes, or null where the package has none of that name.</summary>
    public byte[]? Find(string name) => _files.GetValueOrDefault(name);

    private void Keep(TarEntry entry)
    {
        if (entry.DataStream is null || !entry.Name.StartsWith(Root, StringComparison.Ordinal))
        {
            return;
        }

        using var bytes = new MemoryStream();
        entry.DataStream.CopyTo(bytes);
        _files[entry.Name[Root.Length..]] = bytes.ToArray();
    }
}
