using System.Diagnostics;
using System.Text.Json;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>What the students' process is told, a line each.</summary>
/// <param name="Count">How many shall be there, the first ones.</param>
/// <param name="Within">Milliseconds over which those come who are missing.</param>
internal sealed record Order(int Count, int Within);

/// <summary>What it answers.</summary>
/// <param name="Waits">Milliseconds until the first picture, of each who came.</param>
/// <param name="Arrivals">Of each who is there, since the last answer.</param>
/// <param name="Processor">The process's own milliseconds of processor time so far.</param>
internal sealed record Report(IReadOnlyList<double> Waits, IReadOnlyList<IReadOnlyList<Arrival>> Arrivals, double Processor);

/// <summary>The students, in a process of their own: what their browsers cost is not the server's.</summary>
internal static class Students
{
    public static async Task RunAsync(Uri root, string code)
    {
        List<Student> all = [];
        var here = 0;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<Order>(line)!;
            while (all.Count < order.Count)
            {
                all.Add(new Student(root, code, all.Count + 1));
            }

            await Task.WhenAll(all.Take(here).Skip(order.Count).Select(student => student.GoAsync()));
            var waits = await ComeAsync(all.Take(order.Count).Skip(here).ToList(), order.Within);
            here = order.Count;
            var arrivals = all.Take(here).Select(student => student.TakeArrivals()).ToList();
            Console.WriteLine(JsonSerializer.Serialize(new Report(waits, arrivals, Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds)));
        }

        await Task.WhenAll(all.Select(student => student.DisposeAsync().AsTask()));
    }

    private static async Task<IReadOnlyList<double>> ComeAsync(List<Student> students, int within) =>
        [.. (await Task.WhenAll(students.Select(async (student, place) =>
        {
            await Task.Delay(within * place / students.Count);
            return await student.ComeAsync();
        }))).Select(wait => wait.TotalMilliseconds)];
}
