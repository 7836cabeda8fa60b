using System.Formats.Tar;
using CnnVis.Core.Training.Data;

namespace CnnVis.Tests.Support;

/// <summary>Archives packed as CIFAR-10's is, with two tiny pictures in each file.</summary>
internal static class CifarFiles
{
    public static byte[] Content { get; } = DataFolder.Records(2, side: 3);

    public static byte[] Archive() => Archive([.. CifarData.Files, "readme.html"]);

    public static byte[] Archive(IEnumerable<string> names)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, leaveOpen: true))
        {
            foreach (var name in names)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"cifar-10-batches-bin/{name}") { DataStream = new MemoryStream(Content) });
            }
        }

        return DataFolder.Gzip(packed.ToArray());
    }
}
