using System.Diagnostics;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>Some seconds of a room in which nobody comes or goes.</summary>
/// <param name="Rate">The run's steps a second.</param>
/// <param name="Server">The server's processor time, in cores; whoever measures in its process is in it.</param>
/// <param name="Clients">The students', in cores.</param>
/// <param name="Pictures">How many reached a student each second.</param>
/// <param name="Ages">Milliseconds since the newest frame that a student has was made, of every student many times.</param>
/// <param name="Ways">Milliseconds from the making of a frame until a student has it, of every one that came.</param>
internal sealed record Watch(double Rate, ProcessorTime Server, double Clients, double Pictures, IReadOnlyList<double> Ages, IReadOnlyList<double> Ways)
{
    private static readonly long Second = Stopwatch.Frequency, BetweenLooks = Second / 20;

    public static async Task<Watch> OverAsync(Classroom room, StudentsProcess students, int count, TimeSpan time)
    {
        var (before, server, began) = (await students.LetBeThereAsync(count), ProcessorTime.Now(), Stopwatch.GetTimestamp());
        await Task.Delay(time);
        var (ended, serverAfter) = (Stopwatch.GetTimestamp(), ProcessorTime.Now());
        var (after, made) = (await students.LetBeThereAsync(count), room.Made);
        var seconds = Stopwatch.GetElapsedTime(began, ended).TotalSeconds;
        return new(
            made.Count(at => at > began && at <= ended) / seconds,
            (serverAfter - server) / seconds,
            (after.Processor - before.Processor) / 1000 / seconds,
            after.Arrivals.Average(arrivals => arrivals.Count) / seconds,
            [.. after.Arrivals.SelectMany(arrivals => AgesOf(arrivals, made, began, ended))],
            [.. after.Arrivals.SelectMany(arrivals => arrivals.Select(arrival => Milliseconds(made[arrival.Step], arrival.At)))]);
    }

    // Looked at from the second second on: by then everybody has been sent something.
    private static IEnumerable<double> AgesOf(IReadOnlyList<Arrival> arrivals, IReadOnlyList<long> made, long began, long ended)
    {
        var next = 0;
        for (var at = began + Second; at <= ended; at += BetweenLooks)
        {
            while (next < arrivals.Count && arrivals[next].At <= at)
            {
                next++;
            }

            yield return Milliseconds(next == 0 ? began : made[arrivals[next - 1].Step], at);
        }
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
