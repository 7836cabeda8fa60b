using System.Globalization;
using CnnVis.Core.Networks;
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
        using (var networks = new NetworkCatalog(args.FirstOrDefault() is { } folder ? Path.GetFullPath(folder) : null))
        {
            MapTimes.Print(networks);
            StepTimes.Print(networks);
            FrameCost.Print(networks);
            MemoryCurve.Print(networks);
        }

        await FirstFrame.PrintAsync();
    }
}
