using System.Globalization;
using CnnVis.Benchmarks.Rooms;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapLab;
using TorchSharp;

namespace CnnVis.Benchmarks;

/// <summary>
/// Prints the figures of the README's performance section. Without a folder of weights only the built-in network is
/// measured: <c>dotnet run -c Release --project tools/CnnVis.Benchmarks -- ../shared/models</c>
/// </summary>
internal static class Report
{
    private static async Task Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        torch.set_num_threads(Math.Max(1, Environment.ProcessorCount - 1)); // as the application does
        if (args is ["first-frame"])
        {
            await FirstFrame.PrintAsync();
            return;
        }

        if (args is ["load"])
        {
            await Load.PrintAsync();
            return;
        }

        if (args is ["room", .. var sizes])
        {
            await RoomLoad.PrintAsync(Number(sizes, 0) ?? 100, Number(sizes, 1) ?? 30);
            return;
        }

        if (args is ["students", var root, var code])
        {
            await Students.RunAsync(new Uri(root), code); // what "room" starts
            return;
        }

        if (args is ["gallery"])
        {
            await Gallery.PrintAsync();
            return;
        }

        if (args is ["lab-speed"])
        {
            LabSpeed.Print();
            return;
        }

        if (args is ["lab", var training, .. var rest])
        {
            LabTraining.Print(training, rest.ElementAtOrDefault(0) ?? "/usr/share/datasets", int.Parse(rest.ElementAtOrDefault(1) ?? "1", CultureInfo.InvariantCulture));
            return;
        }

        using (var networks = new NetworkCatalog(args.FirstOrDefault() is { } folder ? Path.GetFullPath(folder) : null))
        {
            MapTimes.Print(networks);
            StepTimes.Print(networks);
            FrameCost.Print(networks);
            MemoryCurve.Print(networks);
        }

        await FirstFrame.PrintAsync();
    }

    private static int? Number(string[] words, int place) =>
        words.ElementAtOrDefault(place) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : null;
}
