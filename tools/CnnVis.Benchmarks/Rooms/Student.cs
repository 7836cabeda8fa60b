using System.Diagnostics;
using CnnVis.Benchmarks.Circuits;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>A picture that has reached a student.</summary>
/// <param name="At">The machine's clock, which all its processes share: see <see cref="Stopwatch.GetTimestamp"/>.</param>
internal readonly record struct Arrival(int Step, long At);

/// <summary>A student with a browser of their own, who comes into a room and looks at what the teacher shows.</summary>
internal sealed class Student(Uri root, string code, int number) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Browser _browser = new(root);
    private readonly Lock _lock = new();
    private List<Arrival> _arrivals = [];
    private TaskCompletionSource<long> _first = new();
    private Circuit? _circuit;
    private string? _problem;
    private bool _joined;

    /// <summary>Opens the room, through its door the first time, and waits for the first picture.</summary>
    /// <returns>How long that took: the first time from sending the form.</returns>
    public async Task<TimeSpan> ComeAsync()
    {
        _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var door = _joined ? null : await _browser.GetAsync($"join/{code}");
        var began = Stopwatch.GetTimestamp();
        var page = door is null ? await _browser.GetAsync($"room/{code}") : await _browser.PostAsync(door,
            [new("Form.Code", code), new("Form.Nickname", $"Student {number}")]);
        _joined = true;
        _circuit = await Circuit.OpenAsync(_browser, page, new Scripts(Take), Break);
        return Stopwatch.GetElapsedTime(began, await _first.Task.WaitAsync(Patience));
    }

    /// <summary>Closes the page; the room still knows the student.</summary>
    public async Task GoAsync()
    {
        if (_circuit is { } circuit)
        {
            _circuit = null;
            await circuit.DisposeAsync();
        }
    }

    /// <summary>What came since this was asked last.</summary>
    public IReadOnlyList<Arrival> TakeArrivals()
    {
        if (_problem is { } problem)
        {
            throw Problem(problem);
        }

        lock (_lock)
        {
            (var taken, _arrivals) = (_arrivals, []);
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await GoAsync();
        _browser.Dispose();
    }

    private InvalidOperationException Problem(string problem) => new($"Student {number}: {problem}");

    private void Break(string problem)
    {
        _problem ??= problem;
        _first.TrySetException(Problem(problem));
    }

    private void Take(int step, long now)
    {
        lock (_lock)
        {
            _arrivals.Add(new Arrival(step, now));
        }

        _first.TrySetResult(now);
    }
}
