using System.Collections.Concurrent;
using System.Text.Json;
using CnnVis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Classrooms;

/// <summary>
/// All rooms there are: in memory while the process lives, and in the database a second later, so that a class goes on
/// after a restart. What has expired is deleted in both.
/// </summary>
internal sealed partial class RoomStore(Store store, TimeProvider time, ILogger<RoomStore> logger) : BackgroundService
{
    internal static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ConcurrentDictionary<string, byte> _changed = [];
    private readonly Lock _loading = new();
    private ConcurrentDictionary<string, Room>? _rooms;

    /// <summary>Those that have not expired.</summary>
    public IEnumerable<Room> All => Rooms.Values.Where(room => room.State.ExpiresAt > time.GetUtcNow());

    /// <summary>The room of a code, or null.</summary>
    public Room? Find(string code) => Rooms.TryGetValue(code, out var room) && room.State.ExpiresAt > time.GetUtcNow() ? room : null;

    /// <returns>Whether its code was free.</returns>
    public bool Add(Room room)
    {
        var added = Rooms.TryAdd(room.State.Code, room);
        Save(room);
        return added;
    }

    /// <summary>It is to be written down, soon.</summary>
    public void Save(Room room) => _changed[room.State.Code] = 0;

    /// <summary>Deletes the room and all that is known of it.</summary>
    public void Remove(Room room)
    {
        if (Rooms.TryRemove(room.State.Code, out _))
        {
            room.End();
        }

        Save(room); // it may be being written at this moment, and is deleted again then
        Write(room.State.Code);
    }

    /// <summary>Writes down what changed, and deletes what has expired.</summary>
    public void Tidy()
    {
        try
        {
            TidyAll();
        }
        catch (StoreUnavailableException problem)
        {
            LogProblem(problem.Message); // not one room could be read yet
        }
    }

    private void TidyAll()
    {
        foreach (var over in Rooms.Values.Where(room => room.State.ExpiresAt <= time.GetUtcNow()).ToList())
        {
            Remove(over);
        }

        foreach (var code in _changed.Keys)
        {
            _changed.TryRemove(code, out _);
            Write(code);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            Tidy();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Tidy();
    }

    private ConcurrentDictionary<string, Room> Rooms
    {
        get
        {
            lock (_loading)
            {
                return _rooms ??= Load();
            }
        }
    }

    private ConcurrentDictionary<string, Room> Load() => new(store.Ask(context => context.Rooms.AsNoTracking().ToList())
        .Select(Read).OfType<RoomState>().ToDictionary(state => state.Code, state => new Room(state)));

    // What another version wrote may be read no more. It is deleted: nobody would ever know when its time is over.
    private RoomState? Read(RoomRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<RoomState>(record.State, Json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            LogUnreadable(e, record.Code);
            _changed[record.Code] = 0;
            return null;
        }
    }

    private void Write(string code)
    {
        try
        {
            store.Do(context =>
            {
                context.Database.OverwriteWhatIsDeleted();
                if (Rooms.TryGetValue(code, out var room))
                {
                    var record = new RoomRecord { Code = code, State = JsonSerializer.Serialize(room.State, Json) };
                    context.Entry(record).State = context.Rooms.Any(known => known.Code == code) ? EntityState.Modified : EntityState.Added;
                    context.SaveChanges();
                }
                else
                {
                    context.Database.Forget(() => context.Rooms.Where(record => record.Code == code).ExecuteDelete());
                }
            });
        }
        catch (StoreUnavailableException problem)
        {
            _changed[code] = 0; // the next second may be better; the class goes on meanwhile
            LogProblem(problem.Message);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            LogUnreadable(e, code); // it lives in memory; the other rooms are written
        }
    }

    [LoggerMessage(LogLevel.Error, "The room {Code} cannot be read or written.")]
    private partial void LogUnreadable(Exception exception, string code);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);
}
