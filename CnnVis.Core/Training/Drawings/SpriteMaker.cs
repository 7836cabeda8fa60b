using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Draws every class's pictures from the packages.</summary>
/// <param name="directory">Where the packages lie, one .tgz each.</param>
public sealed class SpriteMaker(string directory)
{
    // Where a set has no drawing of the plain name it may number several.
    private static readonly string[] Endings = ["", "-1", "-2", "-3"];

    /// <summary>All sprites of a set; the same drawing under two names counts once.</summary>
    /// <param name="set">Its package lies in the directory.</param>
    /// <param name="refused">Told the name of each drawing that cannot be drawn, and why.</param>
    /// <exception cref="DrawingsException">The package is missing or damaged.</exception>
    public IReadOnlyList<Sprite> Make(DrawingSet set, Action<string>? refused = null)
    {
        var source = Open(set);
        var sprites = new ConcurrentBag<Sprite>();
        Parallel.ForEach(Chosen(set, source), drawing =>
        {
            try
            {
                if (IconRasterizer.Draw(drawing.File, Sprite.Side, Sprite.Margin) is { } pixels)
                {
                    sprites.Add(new Sprite(drawing.Class, set.Id, drawing.Name, pixels));
                }
            }
            catch (InvalidPictureException e)
            {
                refused?.Invoke($"{set.Id}/{drawing.Name}: {e.InnerException?.Message ?? e.Message}");
            }
        });
        return [.. sprites.OrderBy(sprite => sprite.Class).ThenBy(sprite => sprite.Name, StringComparer.Ordinal)];
    }

    /// <summary>One drawing of a set, of any size.</summary>
    /// <param name="set">Its package lies in the directory.</param>
    /// <param name="name">What the set calls the drawing.</param>
    /// <param name="side">The side of the square that it fills, in pixels.</param>
    /// <returns>[4, side, side], as <see cref="Sprite.Pixels"/>.</returns>
    /// <exception cref="DrawingsException">The package is missing or damaged, or has no such drawing.</exception>
    public byte[] Draw(DrawingSet set, string name, int side) =>
        Open(set).Find(name) is { } found && IconRasterizer.Draw(found.File, side, margin: 0) is { } pixels
            ? pixels
            : throw new DrawingsException($"{set.Title} has no drawing \"{name}\".");

    private static IEnumerable<(int Class, string Name, byte[] File)> Chosen(DrawingSet set, IIconSource source)
    {
        var seen = new HashSet<string>();
        foreach (var (index, kind) in DrawingClass.All.Index())
        {
            var names = kind.NamesIn(set).SelectMany(name => Endings.Select(ending => name + ending));
            foreach (var found in names.Select(source.Find).OfType<(string Name, byte[] File)>())
            {
                if (seen.Add(Convert.ToHexString(SHA256.HashData(found.File))))
                {
                    yield return (index, found.Name, found.File);
                }
            }
        }
    }

    private IIconSource Open(DrawingSet set)
    {
        var package = Package(set);
        try
        {
            return package.Find("icons.json") is { } icons ? new IconifySource(icons) : new CodePointSource(package, Characters());
        }
        catch (JsonException e)
        {
            throw new DrawingsException($"{set.FileName} is damaged; delete it and fetch the drawings again.", e);
        }
    }

    private byte[] Characters() => Package(DrawingSet.All[0]).Find("chars.json")
        ?? throw new DrawingsException("Noto's package has no table of characters; delete it and fetch the drawings again.");

    private DrawingPackage Package(DrawingSet set)
    {
        var path = Path.Combine(directory, set.FileName);
        return File.Exists(path)
            ? new DrawingPackage(path)
            : throw new DrawingsException($"{set.FileName} is missing; fetch the drawings first.");
    }
}
