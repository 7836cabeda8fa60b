namespace CnnVis.Web.Runs;

/// <summary>The sample pictures among the files the application serves: <c>samples/02-fair-weather-clouds.jpg</c> …</summary>
internal sealed class SamplePictures(IWebHostEnvironment environment)
{
    private const string Folder = "assets/samples";

    /// <summary>Every sample: its title, made from the file's name; its address; its bytes.</summary>
    public IEnumerable<(string Title, string Url, byte[] File)> Read() => environment.WebRootFileProvider
        .GetDirectoryContents(Folder)
        .Where(file => file.Name.EndsWith(".jpg", StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => (TitleOf(file.Name), $"/{Folder}/{file.Name}", Bytes(file)));

    // "02-fair-weather-clouds.jpg" is "Fair weather clouds".
    private static string TitleOf(string name)
    {
        var words = Path.GetFileNameWithoutExtension(name)[3..].Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static byte[] Bytes(Microsoft.Extensions.FileProviders.IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
