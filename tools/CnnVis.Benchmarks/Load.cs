using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Benchmarks;

/// <summary>
/// A class all at once: thirty visitors dream with the built-in network, each with another seed so that nothing is
/// shared, and ask for a page now and then.
/// </summary>
internal static class Load
{
    private const int Visitors = 30;
    private static readonly TimeSpan BetweenPages = TimeSpan.FromMilliseconds(500);

    public static async Task PrintAsync()
    {
        await using var application = new Application();
        var image = application.Services.GetRequiredService<IPictureStore>().Samples[0].Id;
        await DreamAsync(application, image, seed: 1000); // the first one ever pays for loading
        var pages = new List<double>();
        using var done = new CancellationTokenSource();
        var asking = AskForPagesAsync(application, pages, done.Token);

        var visits = await Task.WhenAll(Enumerable.Range(1, Visitors).Select(seed => DreamAsync(application, image, seed)));

        await done.CancelAsync();
        await asking;
        var (first, ends) = (visits.Select(visit => visit.First).ToList(), visits.Select(visit => visit.End).Order().ToList());
        Console.WriteLine($"{Visitors} visitors, first frame: median {Median.Of(first):0.00} s, longest {first.Max():0.00} s");
        Console.WriteLine($"{Visitors} visitors, end: fastest {ends[0]:0.0} s, slowest {ends[^1]:0.0} s, {ends[^1] / ends[0]:0.00} times");
        Console.WriteLine($"pages meanwhile: median {Median.Of(pages):0} ms, 95th percentile {pages.Order().ElementAt((int)(pages.Count * 0.95)):0} ms of {pages.Count}");
    }

    // A visitor watches as a browser does: the frames as they come.
    private static async Task<(double First, double End)> DreamAsync(Application application, string image, int seed)
    {
        using var client = new HttpClient { BaseAddress = application.ClientOptions.BaseAddress };
        var watch = Stopwatch.StartNew();
        using var answer = await client.PostAsJsonAsync("api/runs", new { technique = "deepdream", image, seed });
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        double? first = null;
        await foreach (var _ in application.Services.GetRequiredService<IRunService>().WatchAsync(id, CancellationToken.None))
        {
            first ??= watch.Elapsed.TotalSeconds;
        }

        return (first!.Value, watch.Elapsed.TotalSeconds);
    }

    private static async Task AskForPagesAsync(Application application, List<double> times, CancellationToken done)
    {
        using var client = new HttpClient { BaseAddress = application.ClientOptions.BaseAddress };
        while (!done.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await client.GetStringAsync("deepdream", CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(BetweenPages, done).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
