using CnnVis.Core;
using CnnVis.Core.Training.Lab;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Tests.Web.Storage;

/// <summary>Each claim on SQLite, on PostgreSQL, and in memory.</summary>
public sealed class RunStoreTests(PostgreSql server) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [InlineData("memory")]
    public async Task A_run_comes_back_as_it_was_handed_in(string kind)
    {
        await using var store = await OpenAsync(kind);
        var frame = StoredRuns.Rich();

        var answers = await store.WriteAsync(StoredRuns.Entry("a", RunState.Queued), StoredRuns.Entry("a", RunState.Completed, frame));

        Assert.Equal([null, null], answers);
        var run = store.Runs.Find("a")!;
        Assert.Equal((RunState.Completed, StoredRuns.Spec, 2, 2), (run.State, run.Spec, run.Step, run.Total));
        Assert.Equal([1.5, double.NaN], run.Curve("objective"));
        Assert.Equal(["image", "logits"], run.Arrays);
        Assert.Equal(frame.Predictions, run.Predictions);
        Same(frame, store.Runs.Newest("a")!);
        Same(frame.Trained!, store.Runs.Network("a", 4)!);
        Assert.Null(store.Runs.Network("a", 3));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_travels_is_stored_byte_for_byte_and_maps_keep_their_order(string kind)
    {
        await using var store = await OpenAsync(kind);
        var sent = new StoredFrame(StoredRuns.Rich());
        await store.WriteAsync(new JournalEntry(StoredRuns.Run("a", RunState.Completed), sent, [], null, _ => { }));

        var found = (await store.Runs.EncodedAsync("a", step: null))!;

        Assert.Equal((await sent.Encoded).Bytes, found.Bytes);
        Assert.Equal((2, 2, "image/png"), (found.Step, found.Total, found.ContentType));
        Assert.Equal((await sent.Encoded).Maps.Select(Text), found.Maps.Select(Text));
        Assert.Null(await store.Runs.EncodedAsync("a", step: 1));

        static string Text(EncodedMap map) => $"{map.Title} {map.Class} {map.Note} {map.Height}x{map.Width} {map.HasSign} {Convert.ToHexString(map.Values)}";
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_same_bytes_are_stored_once(string kind)
    {
        await using var store = await OpenAsync(kind);

        await store.WriteAsync(StoredRuns.Entry("a", RunState.Completed, StoredRuns.Rich()));
        var blobs = store.Store.Ask(context => context.Blobs.Count());
        await using var another = await OpenAsync(kind, sameDatabase: true);
        await another.WriteAsync(StoredRuns.Entry("b", RunState.Completed, StoredRuns.Rich()));

        Assert.Equal(blobs, another.Store.Ask(context => context.Blobs.Count()));
        Same(store.Runs.Newest("a")!, another.Runs.Newest("b")!);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_was_not_ended_is_called_interrupted_at_the_next_start_and_keeps_its_frames(string kind)
    {
        await using (var before = await OpenAsync(kind))
        {
            await before.WriteAsync(
                StoredRuns.Entry("queued", RunState.Queued),
                StoredRuns.Entry("running", RunState.Running, StoredRuns.Rich(step: 0)),
                StoredRuns.Entry("running", RunState.Running, StoredRuns.Rich(step: 1)),
                StoredRuns.Entry("paused", RunState.Paused),
                StoredRuns.Entry("done", RunState.Completed, StoredRuns.Rich()),
                StoredRuns.Entry("stopped", RunState.Cancelled));
        }

        await using var after = await OpenAsync(kind, sameDatabase: true);

        Assert.All(["queued", "running", "paused"], id => Assert.Equal(RunState.Interrupted, after.Runs.Find(id)!.State));
        Assert.Equal((RunState.Completed, RunState.Cancelled), (after.Runs.Find("done")!.State, after.Runs.Find("stopped")!.State));
        Assert.Equal([0, 1], after.Runs.Find("running")!.Kept);
        Assert.NotNull(after.Runs.FrameAt("running", 1));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_newest_frame_of_a_stopped_run_is_kept_exactly_even_if_it_was_kept_before(string kind)
    {
        await using var store = await OpenAsync(kind);
        var frame = StoredRuns.Rich(step: 1);
        var exact = StoredRuns.Entry("a", RunState.Cancelled) with { Frame = new StoredFrame(frame, exact: true) };

        Assert.Equal([null, null], await store.WriteAsync(StoredRuns.Entry("a", RunState.Running, frame), exact));

        Assert.Equal("image/png", (await store.Runs.EncodedAsync("a", 1))!.ContentType);
        Same(frame, store.Runs.Newest("a")!);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Only_a_completed_run_answers_for_its_spec_and_the_newest_does(string kind)
    {
        await using var store = await OpenAsync(kind);
        var hash = RunSpecJson.Hash(StoredRuns.Spec);

        await store.WriteAsync(StoredRuns.Entry("stopped", RunState.Cancelled));
        Assert.Null(store.Runs.Completed(hash));

        await using var another = await OpenAsync(kind, sameDatabase: true);
        await another.WriteAsync(StoredRuns.Entry("old", RunState.Completed));
        another.Time.Advance(TimeSpan.FromSeconds(1));
        await using var third = await OpenAsync(kind, sameDatabase: true);
        third.Time.Advance(TimeSpan.FromSeconds(2));
        await third.WriteAsync(StoredRuns.Entry("new", RunState.Completed));

        Assert.Equal("new", third.Runs.Completed(hash));
        Assert.Null(third.Runs.Completed("another"));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task The_migrations_make_the_present_model(string kind)
    {
        await using var store = await OpenAsync(kind);

        Assert.False(store.Store.Ask(context => context.Database.HasPendingModelChanges()));
    }

    [Fact]
    public async Task A_spec_of_another_version_is_named_as_what_it_is()
    {
        await using var store = await OpenAsync("sqlite");
        await store.WriteAsync(StoredRuns.Entry("a", RunState.Completed, StoredRuns.Rich()));
        store.Store.Do(context => context.Runs.ExecuteUpdate(run => run.SetProperty(
            record => record.Spec, record => record.Spec.Replace("\"layer\"", "\"layerOfTomorrow\""))));

        Assert.Contains("another version", Assert.Throws<OtherVersionException>(() => store.Runs.Find("a")).Message, StringComparison.Ordinal);
    }

    private string? _database;

    private async Task<StoreFixture> OpenAsync(string kind, bool sameDatabase = false)
    {
        _database = kind != "postgresql" ? null : sameDatabase ? _database : await server.NewDatabaseAsync();
        var store = new StoreFixture(new() { Database = _database, DataDirectory = kind == "memory" ? null : _folder.Path });
        store.Open();
        return store;
    }

    private static void Same(Frame expected, Frame found)
    {
        Assert.Equal((expected.Step, expected.Total), (found.Step, found.Total));
        Assert.Equal(expected.Picture.Rgb, found.Picture.Rgb); // the last one is exact
        Assert.Equal(expected.Scalars, found.Scalars);
        Assert.Equal(expected.Predictions, found.Predictions);
        Assert.Equal(Texts(expected.Arrays), Texts(found.Arrays));
        Assert.Equal(expected.Maps.Select(map => (map.Title, map.Class, map.Note, map.HasSign)), found.Maps.Select(map => (map.Title, map.Class, map.Note, map.HasSign)));
        Assert.Equal(expected.Maps.SelectMany(map => map.Values.Values), found.Maps.SelectMany(map => map.Values.Values));
    }

    private static void Same(TrainedNetwork expected, TrainedNetwork found)
    {
        Assert.Equal((expected.Options, expected.Epoch), (found.Options, found.Epoch));
        Assert.Equal(Texts(expected.Weights), Texts(found.Weights));
    }

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, CnnVis.Core.Imaging.FloatArray> arrays) => arrays
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.Shape)}] {string.Join(' ', entry.Value.Values)}");
}
