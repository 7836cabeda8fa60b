using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>The server's side: the application with a room in it, whose teacher dreams for longer than anybody measures.</summary>
internal sealed class Classroom : IAsyncDisposable
{
    private const string Teacher = "teacher", Window = "window";

    // Some ten steps a second on one core, all of the same size; the zooms, which cost the same, make it last.
    private static readonly DeepDreamOptions Dream = new() { Octaves = 1, Steps = 500, Size = 320, Zoom = 90, ZoomSteps = 50 };

    private readonly Application _application = new();
    private readonly MadeFrames _made = new();
    private readonly IRunService _runs;
    private readonly string _run;

    private Classroom()
    {
        _runs = _application.Services.GetRequiredService<IRunService>();
        var rooms = _application.Services.GetRequiredService<IRoomService>();
        var image = _application.Services.GetRequiredService<IPictureStore>().Samples[0].Id;
        _run = _runs.Start(new RunSpec("deepdream", "builtin", image, Dream), pinned: true, visitor: Teacher);
        Code = rooms.Open(Teacher);
        rooms.Do(Code, new ShowScreen(new Screen("DeepDream", "deepdream", [new ScreenPicture(_run, "")]), Window), Teacher);
    }

    public string Code { get; }

    public Uri Root => _application.ClientOptions.BaseAddress;

    /// <summary>When each of the run's frames was made, by step.</summary>
    public IReadOnlyList<long> Made => _made.Times;

    /// <summary>The room, once its dream is under way.</summary>
    public static async Task<Classroom> OpenAsync()
    {
        var room = new Classroom();
        await foreach (var _ in room._runs.WatchAsync(room._run, CancellationToken.None))
        {
            if (room.Made.Count > 10)
            {
                break;
            }
        }

        return room;
    }

    /// <summary>What is held when nothing is computed and all that is rubbish has been collected.</summary>
    public async Task<Memory> MemoryAsync()
    {
        _runs.Pause(_run, Teacher);
        await Task.Delay(500); // the last frame is on its way
        var memory = Memory.Now();
        _runs.Resume(_run, Teacher);
        return memory;
    }

    public async ValueTask DisposeAsync()
    {
        _made.Dispose();
        await _application.DisposeAsync();
    }
}
