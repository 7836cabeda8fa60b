using System.Diagnostics;
using System.Text.Json;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>
/// The process of <see cref="Students"/>, seen from the server's. It yields to the server wherever both want the processor, as the
/// students' own machines would not want it at all.
/// </summary>
internal sealed class StudentsProcess(Uri root, string code) : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo("nice", ["-n", "19", Environment.ProcessPath!, "students", root.ToString(), code])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true,
    })!;

    /// <summary>Lets so many students be there; answers when each who came has seen a picture.</summary>
    /// <param name="within">Over which time they come.</param>
    public async Task<Report> LetBeThereAsync(int count, TimeSpan within = default)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Order(count, (int)within.TotalMilliseconds)));
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The students' process has ended.");
        return JsonSerializer.Deserialize<Report>(answer)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
