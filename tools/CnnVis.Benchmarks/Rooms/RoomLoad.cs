namespace CnnVis.Benchmarks.Rooms;

/// <summary>
/// A class in one room, watching its teacher dream: real circuits over WebSockets, from a process of their own on the same
/// machine. One student and all take turns, so that whatever else the machine does strikes both.
/// </summary>
internal static class RoomLoad
{
    private const int Rounds = 3, Joining = 30;
    private static readonly TimeSpan Arriving = TimeSpan.FromSeconds(10), Settling = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(int students, int seconds)
    {
        await using var room = await Classroom.OpenAsync();
        using var process = new StudentsProcess(room.Root, room.Code);
        await process.LetBeThereAsync(1); // what is slow for the first one ever is not the class's doing
        var joins = (await process.LetBeThereAsync(1 + Joining, Arriving)).Waits;
        List<(Watch Watch, Memory Memory)> alone = [], together = [];
        for (var round = 0; round < Rounds; round++)
        {
            alone.Add(await WatchAsync(room, process, 1, seconds));
            together.Add(await WatchAsync(room, process, students, seconds));
        }

        Print(students, joins, alone, together);
    }

    private static async Task<(Watch, Memory)> WatchAsync(Classroom room, StudentsProcess process, int count, int seconds)
    {
        await process.LetBeThereAsync(count, Arriving);
        await Task.Delay(Settling);
        var watch = await Watch.OverAsync(room, process, count, TimeSpan.FromSeconds((double)seconds / Rounds));
        return (watch, await room.MemoryAsync());
    }

    private static void Print(
        int students, IReadOnlyList<double> joins, List<(Watch Watch, Memory Memory)> alone, List<(Watch Watch, Memory Memory)> together)
    {
        var (ages, ways) = (together.SelectMany(one => one.Watch.Ages).ToList(), together.SelectMany(one => one.Watch.Ways).ToList());
        var rates = alone.Zip(together, (one, all) => all.Watch.Rate / one.Watch.Rate).ToList();
        var memory = alone.Zip(together, (one, all) => (all.Memory - one.Memory) / (students - 1)).ToList();
        Console.WriteLine($"\na room of {students} students, {Rounds} rounds                 target  measured");
        Line("age of a student's newest frame, median, ms", "", $"{Median.Of(ages):0}");
        Line("age of a student's newest frame, 95th percentile, ms", "<= 500", $"{Percentile.Of(ages, 0.95):0}");
        Line("from a frame's making to a student, median, ms", "", $"{Median.Of(ways):0}");
        Line("pictures a second at each student", "", $"{Of(together, watch => watch.Pictures):0.0}");
        Line("steps a second, 1 student", "", $"{Of(alone, watch => watch.Rate):0.0}");
        Line($"steps a second, {students} students", "", $"{Of(together, watch => watch.Rate):0.0}");
        Line("change of steps a second, median of rounds", ">= -10 %", $"{Median.Of(rates) - 1:+0 %;-0 %;0 %}");
        Line("the engine's thread, 1 student, cores", "", $"{Of(alone, watch => watch.Server.Engine):0.00}");
        Line($"the engine's thread, {students} students, cores", "", $"{Of(together, watch => watch.Server.Engine):0.00}");
        Line("the rest of the server, 1 student, cores", "", $"{Of(alone, watch => watch.Server.Rest):0.00}");
        Line($"the rest of the server, {students} students, cores", "", $"{Of(together, watch => watch.Server.Rest):0.00}");
        Line("the same for each picture at each student, ms", "", $"{Of(together, watch => 1000 * watch.Server.Rest / students / watch.Pictures):0.00}");
        Line("the students' own process, cores", "", $"{Of(together, watch => watch.Clients):0.00}");
        Line("memory for each student, managed, MB", "< 3", $"{Median.Of(memory.Select(one => one.Managed)):0.00}");
        Line("memory for each student, resident, MB", "< 3", $"{Median.Of(memory.Select(one => one.Resident)):0.00}");
        Line($"{Joining} join in {Arriving.TotalSeconds} s: form to first picture, median, ms", "", $"{Median.Of(joins):0}");
        Line($"{Joining} join in {Arriving.TotalSeconds} s: form to first picture, longest, ms", "<= 2000", $"{joins.Max():0}");
    }

    private static double Of(List<(Watch Watch, Memory Memory)> rounds, Func<Watch, double> figure) => Median.Of(rounds.Select(round => figure(round.Watch)));

    private static void Line(string what, string target, string measured) => Console.WriteLine($"{what,-56} {target,8} {measured,9}");
}
