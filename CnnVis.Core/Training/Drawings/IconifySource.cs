using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CnnVis.Core.Training.Drawings;

/// <summary>A set in Iconify's form: one JSON file of SVG bodies with aliases.</summary>
/// <param name="json">The package's <c>icons.json</c>.</param>
/// <exception cref="JsonException">It is no JSON.</exception>
internal sealed class IconifySource(byte[] json) : IIconSource
{
    private const int UsualSide = 16;
    private const int MostAliases = 8; // an alias may name another one, and two might name each other
    private readonly JsonElement _root = JsonSerializer.Deserialize<JsonElement>(json);

    /// <inheritdoc/>
    public (string Name, byte[] File)? Find(string name)
    {
        var real = Resolve(name, MostAliases);
        return Child("icons", real) is { } icon ? (real, Encoding.UTF8.GetBytes(Svg(icon))) : null;
    }

    private string Resolve(string name, int left) =>
        left > 0 && Child("aliases", name) is { } alias ? Resolve(alias.GetProperty("parent").GetString()!, left - 1) : name;

    private string Svg(JsonElement icon)
    {
        var (width, height) = (Number(icon, "width") ?? UsualSide, Number(icon, "height") ?? UsualSide);
        var (left, top) = (Number(icon, "left") ?? 0, Number(icon, "top") ?? 0);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" height="{height}" viewBox="{left} {top} {width} {height}">{icon.GetProperty("body").GetString()}</svg>
            """);
    }

    // An icon's own number, or the set's.
    private double? Number(JsonElement icon, string name) =>
        icon.TryGetProperty(name, out var own) || _root.TryGetProperty(name, out own) ? own.GetDouble() : null;

    private JsonElement? Child(string table, string name) =>
        _root.TryGetProperty(table, out var all) && all.TryGetProperty(name, out var child) ? child : null;
}
