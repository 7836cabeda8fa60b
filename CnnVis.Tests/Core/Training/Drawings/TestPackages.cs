using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

/// <summary>A directory of small packages as npm would bring them.</summary>
internal sealed class TestPackages : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("drawings-").FullName;

    public static DrawingSet Noto => DrawingSet.All[0];

    public string PathOf(DrawingSet set) => Path.Combine(Directory, set.FileName);

    /// <summary>Writes a set's package.</summary>
    public void Write(DrawingSet set, params (string Name, string Content)[] files)
    {
        using var tar = new TarWriter(new GZipStream(File.Create(PathOf(set)), CompressionLevel.Fastest), TarEntryFormat.Pax);
        foreach (var (name, content) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"package/{name}")
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
            });
        }
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
