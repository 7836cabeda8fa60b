using System.Diagnostics;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;

namespace CnnVis.Benchmarks;

/// <summary>What it costs to turn a finished step into the bytes that travel.</summary>
internal static class FrameCost
{
    public static void Print(NetworkCatalog networks)
    {
        Console.WriteLine("\nframe            size  picture ms  JPEG ms  JPEG bytes  PNG ms  PNG bytes");
        foreach (var side in new[] { 224, 512, 1024 })
        {
            var picture = Dreams.OneOctave(networks.Load("builtin"), "relu5", side, steps: 8).Last().Picture;
            using var tensor = PictureTensors.ToTensor(picture);
            var (toPicture, _) = Measure(() => PictureTensors.ToPicture(tensor).Rgb);
            var (jpeg, jpegBytes) = Measure(() => PictureEncoder.Jpeg(picture, 75));
            var (png, pngBytes) = Measure(() => PictureEncoder.Png(picture));
            Console.WriteLine($"dream            {side,4} {toPicture,11:0.0} {jpeg,8:0.0} {jpegBytes,11:N0} {png,7:0.0} {pngBytes,10:N0}");
        }
    }

    private static (double Milliseconds, int Bytes) Measure(Func<byte[]> make)
    {
        var bytes = make().Length;
        var times = Enumerable.Range(0, 15).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            make();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return (Median.Of(times), bytes);
    }
}
