using System.Text.Json;

namespace CnnVis.Core.Training.Drawings;

/// <summary>A set whose files are named by code point (<c>assets/1f436.webp</c>); another set's table gives the names.</summary>
/// <param name="package">The package with the files.</param>
/// <param name="characters">An Iconify package's <c>chars.json</c>: code points to names.</param>
internal sealed class CodePointSource(DrawingPackage package, byte[] characters) : IIconSource
{
    private readonly ILookup<string, string> _codePoints = JsonSerializer
        .Deserialize<Dictionary<string, string>>(characters)!
        .ToLookup(entry => entry.Value, entry => entry.Key);

    /// <inheritdoc/>
    public (string Name, byte[] File)? Find(string name) => _codePoints[name]
        .SelectMany(code => new[] { code, $"{code}-fe0f" })
        .Select(code => package.Find($"assets/{code}.webp"))
        .FirstOrDefault(file => file is not null) is { } found ? (name, found) : null;
}
