using System.Diagnostics;
using System.Globalization;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>The seconds of processor time that this process has taken so far. Linux tells them by thread.</summary>
/// <param name="Engine">On the engine's threads.</param>
/// <param name="Rest">All else, above all the sending.</param>
internal sealed record ProcessorTime(double Engine, double Rest)
{
    private const double TicksPerSecond = 100;

    public static ProcessorTime Now()
    {
        using var process = Process.GetCurrentProcess();
        var engine = Directory.GetDirectories("/proc/self/task").Select(Of).Where(thread => thread.Name.StartsWith("engine", StringComparison.Ordinal)).Sum(thread => thread.Seconds);
        return new(engine, process.TotalProcessorTime.TotalSeconds - engine);
    }

    public static ProcessorTime operator -(ProcessorTime one, ProcessorTime other) => new(one.Engine - other.Engine, one.Rest - other.Rest);

    public static ProcessorTime operator /(ProcessorTime one, double by) => new(one.Engine / by, one.Rest / by);

    // "id (name) state ...": user's and system's ticks are the twelfth and thirteenth words behind the name.
    private static (string Name, double Seconds) Of(string thread)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(thread, "stat"));
            var (open, close) = (line.IndexOf('('), line.LastIndexOf(')'));
            var words = line[(close + 2)..].Split(' ');
            return (line[(open + 1)..close], words[11..13].Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
        catch (IOException)
        {
            return ("", 0); // it has ended meanwhile
        }
    }
}
