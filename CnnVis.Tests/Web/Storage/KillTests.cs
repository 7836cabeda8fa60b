using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Web.Storage;

/// <summary>The real application, killed while it computes and started again.</summary>
public sealed class KillTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_killed_during_ten_runs_loses_none_that_was_called_completed_and_lists_the_others_as_interrupted()
    {
        var told = new Dictionary<string, string>();
        string visitor;
        using (var server = await ServerProcess.StartAsync(_folder.Path, Cancellation))
        {
            // Short and long ones: at any moment some have ended and some have not.
            var ids = new List<string>();
            for (var seed = 0; seed < 10; seed++)
            {
                ids.Add(await StartAsync(server.Client, steps: seed % 2 == 0 ? 20 : 2000, seed));
            }

            while (told.Values.Count(state => state == "completed") < 5)
            {
                foreach (var id in ids)
                {
                    told[id] = await StateAsync(server.Client, id);
                }
            }

            server.Kill();
            visitor = server.Visitor;
        }

        using var again = await ServerProcess.StartAsync(_folder.Path, Cancellation);
        foreach (var (id, state) in told)
        {
            var run = await RunAsync(again.Client, id);
            Assert.Equal(state == "completed" ? "completed" : "interrupted", run.GetProperty("state").GetString());
            var picture = await again.Client.GetAsync($"/api/runs/{id}/result.png", Cancellation);
            Assert.True(picture.IsSuccessStatusCode, $"{id} was {state} and has no picture.");
        }

        again.IsVisitor(visitor);
        var list = await again.Client.GetFromJsonAsync<JsonElement>("/api/runs?state=interrupted", Cancellation);
        var interrupted = list.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()!).ToList();
        Assert.NotEmpty(interrupted);
        Assert.Equal(told.Where(run => run.Value != "completed").Select(run => run.Key).Order(), interrupted.Order());
        await GoesOnAsync(again.Client, interrupted[0]);
    }

    private static async Task GoesOnAsync(HttpClient client, string id)
    {
        var before = await RunAsync(client, id);
        using var answer = await client.PostAsync($"/api/runs/{id}/continue", null, Cancellation);
        answer.EnsureSuccessStatusCode();
        var run = await RunAsync(client, id);
        Assert.Contains(run.GetProperty("state").GetString(), new[] { "queued", "running" });
        while (run.GetProperty("step").GetInt32() <= before.GetProperty("step").GetInt32())
        {
            run = await RunAsync(client, id);
        }

        (await client.PostAsync($"/api/runs/{id}/cancel", null, Cancellation)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_damaged_database_ends_the_start_with_one_sentence()
    {
        _folder.Write("cnnvis.db", [.. Enumerable.Repeat((byte)'x', 8192)]);

        var (code, said) = await ServerProcess.FailAsync(_folder.Path, [], Cancellation);

        Assert.Equal(1, code);
        Assert.Contains("The database is damaged", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task<string> StartAsync(HttpClient client, int steps, int seed)
    {
        var spec = $$"""{"technique":"neuron","options":{"steps":{{steps}},"size":64},"seed":{{seed}}}""";
        using var body = new StringContent(spec, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/runs", body, Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
    }

    private static async Task<string> StateAsync(HttpClient client, string id) => (await RunAsync(client, id)).GetProperty("state").GetString()!;

    private static Task<JsonElement> RunAsync(HttpClient client, string id) =>
        client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Cancellation);
}
