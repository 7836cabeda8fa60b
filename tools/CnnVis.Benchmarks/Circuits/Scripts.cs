using System.Diagnostics;
using System.Text.Json;

namespace CnnVis.Benchmarks.Circuits;

/// <summary>What the server may ask a script's call to give back.</summary>
internal enum ScriptResult
{
    Value,
    Object,
    Stream,
    Nothing,
}

/// <param name="Arguments">JSON.</param>
/// <param name="Bytes">The arrays that travelled apart from the arguments.</param>
internal sealed record ScriptCall(string Name, string Arguments, ScriptResult Result, IReadOnlyDictionary<int, byte[]> Bytes);

/// <summary>The page's scripts, as far as their answers matter.</summary>
/// <param name="drawn">Told the step of each picture that has come, and when.</param>
internal sealed class Scripts(Action<int, long> drawn)
{
    private static readonly TimeSpan Screen = TimeSpan.FromSeconds(1.0 / 60);

    private readonly string _tab = Guid.NewGuid().ToString("n");
    private int _objects;

    /// <summary>Runs a script's function.</summary>
    /// <returns>What it gives back, as JSON.</returns>
    public async Task<string> RunAsync(ScriptCall call)
    {
        if (call is { Name: "draw", Bytes.Count: > 0 })
        {
            var now = Stopwatch.GetTimestamp();
            using var arguments = JsonDocument.Parse(call.Arguments);
            drawn(arguments.RootElement[3].GetInt32(), now);
            await Task.Delay(Screen);
        }

        return call switch
        {
            { Result: ScriptResult.Object } => $$"""{"__jsObjectId":{{Interlocked.Increment(ref _objects)}}}""",
            { Name: "tab" } => $"\"{_tab}\"",
            { Name: "cnnVisTheme.follow" or "isReduced" or "presents" } => "false", // neither dark colours, less motion nor a wall
            _ => "null",
        };
    }
}
