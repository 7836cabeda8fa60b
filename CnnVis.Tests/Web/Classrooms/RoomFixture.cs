using CnnVis.Tests.Support;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>The application's own rooms over a database, with a clock that a test moves and runs that do what it says.</summary>
internal sealed class RoomFixture : IAsyncDisposable
{
    public const string Teacher = "teacher's browser";
    private readonly ServiceProvider _services;

    public RoomFixture(string? directory = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IRunService>(Runs);
        services.AddSingleton(Options.Create(new CnnVisOptions { DataDirectory = directory }));
        services.AddStore();
        services.AddRooms();
        _services = services.BuildServiceProvider();
        _services.OpenStore();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

    public FakeRunService Runs { get; } = new();

    public IRoomService Rooms => _services.GetRequiredService<IRoomService>();

    public WallExport Export => _services.GetRequiredService<WallExport>();

    public RoomStore Store => _services.GetRequiredService<RoomStore>();

    public Store Database => _services.GetRequiredService<Store>();

    public IFirstVisitors First => _services.GetRequiredService<IFirstVisitors>();

    /// <summary>A room with students, each of whose browsers has the student's name.</summary>
    public string Open(params string[] students)
    {
        var code = Rooms.Open(Teacher);
        students.ToList().ForEach(name => Rooms.Join(code, name, name));
        return code;
    }

    /// <summary>A run that is under way.</summary>
    public PostRun Post(string id)
    {
        Runs.Known[id] = FakeRunService.Running(id);
        return new PostRun(id, "DeepDream", "conv5");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
