using CnnVis.Core.Attribution;
using Microsoft.Extensions.FileProviders;

namespace CnnVis.Web.Runs;

/// <summary>The sample pictures among the files the application serves: <c>samples/02-fair-weather-clouds.jpg</c> …</summary>
internal sealed class SamplePictures(IWebHostEnvironment environment)
{
    private const string Folder = "assets/samples";

    /// <summary>Every sample, in the order of the files' names, with what <c>boxes.json</c> tells about it.</summary>
    public IEnumerable<SampleFile> Read()
    {
        var boxes = Boxes();
        return environment.WebRootFileProvider
            .GetDirectoryContents(Folder)
            .Where(file => file.Name.EndsWith(".jpg", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new SampleFile(
                TitleOf(file.Name), $"/{Folder}/{file.Name}", Bytes(file), boxes.GetValueOrDefault(file.Name, [])));
    }

    private IReadOnlyDictionary<string, IReadOnlyList<KnownBox>> Boxes()
    {
        using var json = environment.WebRootFileProvider.GetFileInfo($"{Folder}/boxes.json").CreateReadStream();
        return KnownBoxes.Read(json);
    }

    // "02-fair-weather-clouds.jpg" is "Fair weather clouds".
    internal static string TitleOf(string name)
    {
        var words = Path.GetFileNameWithoutExtension(name)[3..].Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static byte[] Bytes(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}

/// <summary>A sample as it lies among the served files.</summary>
/// <param name="Title">Made from the file's name.</param>
internal sealed record SampleFile(string Title, string Url, byte[] Bytes, IReadOnlyList<KnownBox> Boxes);
