using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Samples;

/// <summary>A sample picture and what is known to be where in it.</summary>
internal sealed record Sample(string Name, Picture Picture, IReadOnlyList<KnownBox> Boxes)
{
    private const int Width = 768, Height = 512;

    private static readonly (string Name, Func<double, double, Colour> Paint)[] Paintings =
    [
        ("06-fair-weather-clouds", Skies.FairWeather),
        ("07-evening-sky", Skies.Evening),
        ("08-rolling-hills", Landscapes.Hills),
        ("09-ripples", Landscapes.Ripples),
        ("10-pebbles", Landscapes.Pebbles),
    ];

    public static IEnumerable<Sample> Painted() =>
        Paintings.Select(painting => new Sample(painting.Name, new Picture(Width, Height, Paint(painting.Paint, Width)), []));

    public static IEnumerable<Sample> Composed(SpriteMaker drawings) => Scenes.All.Select(scene =>
    {
        var set = DrawingSet.All.Single(set => set.Id == scene.Set);
        var stage = new Stage(Height, Paint(scene.Ground, Height));
        var boxes = scene.Props.Select(prop => stage.Put(prop, drawings.Draw(set, prop.Name, (int)(prop.Size * Height)))).ToList();
        return new Sample(scene.Name, stage.Picture, boxes);
    });

    public static IEnumerable<Sample> Photographed(string folder) => Photograph.All.Select(photograph =>
    {
        var file = File.ReadAllBytes(Path.Combine(folder, photograph.File));
        return new Sample(photograph.Name, PictureResizer.Fit(PictureDecoder.Decode(file), Photograph.Side), photograph.Boxes);
    });

    // Both coordinates in units of the picture's height, from its upper left.
    private static byte[] Paint(Func<double, double, Colour> paint, int width)
    {
        var rgb = new byte[3 * width * Height];
        for (var i = 0; i < width * Height; i++)
        {
            paint((i % width + 0.5) / Height, (i / width + 0.5) / Height).CopyTo(rgb.AsSpan(3 * i, 3));
        }

        return rgb;
    }
}
