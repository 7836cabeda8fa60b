using CnnVis.Core.Imaging;
using CnnVis.Samples;

// Paints the sample pictures; the same pictures every time:
//   dotnet run -c Release --project tools/CnnVis.Samples -- wwwroot-assets/samples
const int Width = 768, Height = 512;
if (args is not [var folder])
{
    Console.Error.WriteLine("Say which folder to paint into, such as wwwroot-assets/samples.");
    return 1;
}

(string Name, Func<double, double, Colour> Paint)[] pictures =
[
    ("01-pebbles", Landscapes.Pebbles),
    ("02-fair-weather-clouds", Skies.FairWeather),
    ("03-shapes", Shapes.Scattered),
    ("04-rolling-hills", Landscapes.Hills),
    ("05-ripples", Landscapes.Ripples),
    ("06-evening-sky", Skies.Evening),
    ("07-star-and-ring", Shapes.StarAndRing),
];
foreach (var (name, paint) in pictures)
{
    var rgb = new byte[3 * Width * Height];
    for (var i = 0; i < Width * Height; i++)
    {
        // Both coordinates in units of the picture's height, from its upper left.
        paint((i % Width + 0.5) / Height, (i / Width + 0.5) / Height).CopyTo(rgb.AsSpan(3 * i, 3));
    }

    File.WriteAllBytes(Path.Combine(folder, name + ".jpg"), PictureEncoder.Jpeg(new Picture(Width, Height, rgb), 88));
}

return 0;
