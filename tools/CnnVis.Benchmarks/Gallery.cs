using System.Diagnostics;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Benchmarks;

/// <summary>The gallery with ten thousand results in it: pages, filters and thumbnails.</summary>
internal static class Gallery
{
    private const int Results = 10_000, Visits = 50;

    public static async Task PrintAsync()
    {
        await using var application = new Application();
        var id = await RunAsync(application);
        Multiply(application, id);
        using var client = new HttpClient { BaseAddress = application.ClientOptions.BaseAddress };
        await PrintAsync(client, "first page", _ => "gallery");
        await PrintAsync(client, "page 400", _ => "gallery?page=400");
        await PrintAsync(client, "by technique", _ => "gallery?technique=neuron");
        await PrintAsync(client, "by layer", visit => $"gallery?layer=layer{visit}");
        await PrintAsync(client, "thumbnail", visit => $"api/runs/copy{visit}/frames/3/thumbnail.webp?width=320");
    }

    private static async Task<string> RunAsync(Application application)
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        var id = runs.Start(new RunSpec("neuron", "builtin", null, new NeuronOptions { Steps = 3 }));
        await foreach (var _ in runs.WatchAsync(id, CancellationToken.None))
        {
            // To its end.
        }

        return id;
    }

    // Rows as a run writes them; the bytes are the same for all, as is what it costs to fetch them.
    private static void Multiply(Application application, string id)
    {
        using var context = application.Services.GetRequiredService<IDbContextFactory<StoreContext>>().CreateDbContext();
        var (run, frame) = (context.Runs.AsNoTracking().Single(run => run.Id == id), context.Frames.AsNoTracking().Single(frame => frame.RunId == id && frame.Step == 3));
        var parts = context.Parts.AsNoTracking().Where(part => part.RunId == id && part.Step == 3).ToList();
        for (var i = 0; i < Results; i++)
        {
            var copy = $"copy{i}";
            context.Runs.Add(new RunRecord
            {
                Id = copy, SpecHash = copy, Spec = run.Spec, Technique = i % 3 == 0 ? "neuron" : "deepdream", Network = "builtin", Layer = $"layer{i % 100}",
                State = RunState.Completed, Step = 3, Total = 3, CreatedAt = run.CreatedAt + i, Public = true,
            });
            context.Frames.Add(new FrameRecord { RunId = copy, Step = 3, ContentType = frame.ContentType, Words = frame.Words });
            context.Parts.AddRange(parts.Select(part => new PartRecord { RunId = copy, Step = 3, Kind = part.Kind, Name = part.Name, Hash = part.Hash }));
        }

        context.SaveChanges();
    }

    private static async Task PrintAsync(HttpClient client, string what, Func<int, string> address)
    {
        var times = new List<double>();
        for (var visit = 0; visit < Visits; visit++)
        {
            var began = Stopwatch.GetTimestamp();
            await client.GetByteArrayAsync(address(visit));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine($"{Results} results, {what}: median {Median.Of(times):0.0} ms, longest {times.Max():0} ms of {Visits}");
    }
}
