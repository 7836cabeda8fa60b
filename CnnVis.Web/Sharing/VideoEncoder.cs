using System.Diagnostics;
using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Sharing;

/// <summary>Videos by ffmpeg, where it is installed. Nothing that a visitor sent reaches its command line but numbers.</summary>
internal static class VideoEncoder
{
    private static readonly string? Ffmpeg = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "ffmpeg")).FirstOrDefault(File.Exists);

    private static readonly Dictionary<string, string[]> Codecs = new()
    {
        ["mp4"] = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart"],
        ["webm"] = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "6", "-crf", "30", "-b:v", "0", "-pix_fmt", "yuv420p"],
    };

    /// <summary>Whether videos can be made here.</summary>
    public static bool IsInstalled => Ffmpeg is not null;

    /// <param name="form"><c>mp4</c> or <c>webm</c>.</param>
    /// <param name="complain">Takes what ffmpeg says where it fails: words for who runs the server, not for its visitors.</param>
    /// <exception cref="MissingProgramException">ffmpeg is missing, or could not do it.</exception>
    public static async Task<byte[]> EncodeAsync(RunAnimation animation, string form, Action<string> complain, CancellationToken cancellation)
    {
        var program = Ffmpeg ?? throw new MissingProgramException("Videos need ffmpeg on the server, and it is not installed: ask for .webp or .gif.");
        var folder = Directory.CreateTempSubdirectory("video");
        try
        {
            var file = Path.Combine(folder.FullName, $"run.{form}");
            await RunAsync(program, animation, [.. Codecs[form], file], complain, cancellation);
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string program, RunAnimation animation, string[] output, Action<string> complain, CancellationToken cancellation)
    {
        var (first, delay) = (animation.Frames[0], animation.Delays[0]);
        var rate = (1000.0 / delay).ToString("0.###", CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{first.Width}x{first.Height}", "-r", rate, "-i", "-",
            "-threads", "1", .. output,
        ];
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
        using var stop = cancellation.Register(() => process.Kill());
        var complaint = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            foreach (var frame in Shown(animation, delay))
            {
                await process.StandardInput.BaseStream.WriteAsync(frame.Rgb, cancellation);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended early; what it says is told below.
        }

        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0)
        {
            complain((await complaint).Trim());
            throw new MissingProgramException("ffmpeg could not make the video, and the server's log tells why: ask for .webp or .gif.");
        }
    }

    // A video has one rate: the last frame stays by being repeated.
    private static IEnumerable<Picture> Shown(RunAnimation animation, int delay) =>
        animation.Frames.Concat(Enumerable.Repeat(animation.Frames[^1], animation.Delays[^1] / delay));
}

/// <summary>A program that this server would need is missing, or failed.</summary>
public sealed class MissingProgramException(string message) : CnnVisException("missing-program", message);
