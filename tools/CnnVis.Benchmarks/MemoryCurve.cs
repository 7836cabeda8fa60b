using System.Diagnostics;
using CnnVis.Core.Networks;

namespace CnnVis.Benchmarks;

/// <summary>The memory of the process as a run grows long; it should stay flat.</summary>
internal static class MemoryCurve
{
    public static void Print(NetworkCatalog networks)
    {
        var network = networks.Load(networks.Networks.Any(n => n.Id == "squeezenet1_1") ? "squeezenet1_1" : "builtin");
        Console.WriteLine($"\nmemory of the process while {network.Info.Id} dreams at 128 px");
        var first = 0.0;
        foreach (var frame in Dreams.OneOctave(network, network.Info.DreamLayer, 128, steps: 2000))
        {
            if (frame.Step is 50 or 500 or 2000)
            {
                var megabytes = Megabytes();
                first = first == 0 ? megabytes : first;
                Console.WriteLine($"after {frame.Step,4} steps: {megabytes:0} MB ({megabytes / first - 1:+0.0 %;-0.0 %;0.0 %})");
            }
        }
    }

    private static double Megabytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1024.0 / 1024;
    }
}
