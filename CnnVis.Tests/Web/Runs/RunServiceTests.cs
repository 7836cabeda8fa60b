using CnnVis.Core.Networks;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Runs;

/// <summary>The real service with the real engine and the built-in network.</summary>
public sealed class RunServiceTests(Application application) : IClassFixture<Application>
{
    private static readonly NeuronOptions Short = new() { Steps = 6, Size = 24 };

    private IRunService Runs => application.Services.GetRequiredService<IRunService>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watching_a_run_to_its_end_gives_frames_in_order_and_the_exact_last_one()
    {
        var id = Runs.Start(new RunSpec("neuron", "builtin", null, Short));

        var frames = await Runs.WatchAsync(id, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(frames.OrderBy(frame => frame.Step), frames);
        Assert.Equal((6, "image/png"), (frames[^1].Step, frames[^1].ContentType));
        Assert.Equal(RunState.Completed, Runs.Describe(id).State);
        Assert.Equal(["image"], Runs.Describe(id).Arrays);
    }

    [Fact]
    public async Task The_same_spec_gives_the_same_result()
    {
        var spec = new RunSpec("neuron", "builtin", null, Short, Seed: 9);

        Assert.Equal(await Result(spec), await Result(spec));
        Assert.NotEqual(await Result(spec), await Result(spec with { Seed = 10 }));
    }

    [Fact]
    public async Task Runs_take_turns()
    {
        var options = new NeuronOptions { Steps = 300, Size = 16 };
        var ids = Enumerable.Range(0, 3).Select(seed => Runs.Start(new("neuron", "builtin", null, options, seed), pinned: true)).ToList();

        await Runs.WatchAsync(ids[0], Cancellation).LastAsync(Cancellation);

        Assert.All(ids, id => Assert.InRange(Runs.Describe(id).Step, 150, 300)); // one after the other would be 0
    }

    [Fact]
    public void What_the_spec_leaves_open_is_filled_in()
    {
        using var networks = new NetworkCatalog();

        var run = Runs.Describe(Runs.Start(new("neuron", "builtin", "unused", Short)));

        Assert.Equal(networks.Find("builtin").ChannelLayer, ((NeuronOptions)run.Spec.Options).Layer);
    }

    [Fact]
    public void A_dream_without_a_picture_or_with_an_unknown_one_is_refused()
    {
        var options = new DeepDreamOptions();

        Assert.Throws<InvalidOptionsException>(() => Runs.Start(new("deepdream", "builtin", null, options)));
        Assert.Throws<UnknownThingException>(() => Runs.Start(new("deepdream", "builtin", new string('0', 64), options)));
        Assert.Throws<UnknownThingException>(() => Runs.Start(new("deepdream", "alexnet", null, options)));
        Assert.Throws<UnknownThingException>(() => Runs.Describe("nobody"));
    }

    [Fact]
    public async Task A_dream_finds_its_guide_by_id_and_an_unknown_one_is_refused()
    {
        var pictures = application.Services.GetRequiredService<IPictureStore>();
        var spec = new RunSpec("deepdream", "builtin", pictures.Samples[0].Id,
            new DeepDreamOptions { Octaves = 1, Steps = 1, Size = 64, Guide = pictures.Samples[1].Id });

        Assert.NotEqual(await Result(spec), await Result(spec with { Options = new DeepDreamOptions { Octaves = 1, Steps = 1, Size = 64 } }));
        Assert.Throws<UnknownThingException>(() => Runs.Start(spec with { Options = new DeepDreamOptions { Guide = new string('0', 64) } }));
    }

    [Fact]
    public async Task Who_asks_for_the_same_at_the_same_moment_watches_the_same_run()
    {
        var spec = new RunSpec("neuron", "builtin", null, Short with { Steps = 40 }, Seed: 21);
        var runs = Runs; // one application, before thirty ask for it

        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => runs.Start(spec), Cancellation)));

        var id = Assert.Single(ids.Distinct());
        var ends = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation).AsTask()));
        Assert.All(ends, frame => Assert.Equal(40, frame.Step));
    }

    [Fact]
    public async Task What_was_computed_before_is_answered_at_once_unless_it_is_wanted_fresh()
    {
        var spec = new RunSpec("neuron", "builtin", null, Short, Seed: 22);
        var first = Runs.Start(spec);
        await Runs.WatchAsync(first, Cancellation).LastAsync(Cancellation);

        Assert.Equal(first, Runs.Start(spec));
        Assert.Equal(RunState.Completed, Runs.Describe(first).State);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Runs.Describe(first).Kept);
        Assert.Equal(3, (await Runs.EncodedAtAsync(first, 3)).Step);
        Assert.NotEqual(first, Runs.Start(spec, fresh: true));
        Assert.NotEqual(first, Runs.Start(spec with { Seed = 23 }));
    }

    [Fact]
    public async Task A_stopped_run_answers_for_nothing()
    {
        var spec = new RunSpec("neuron", "builtin", null, Short with { Steps = 2000 }, Seed: 24);
        var first = Runs.Start(spec);
        await Runs.WatchAsync(first, Cancellation).FirstAsync(Cancellation);
        Runs.Cancel(first);

        var second = Runs.Start(spec);
        Assert.NotEqual(first, second);
        Runs.Cancel(second);
    }

    [Fact]
    public async Task After_a_restart_everything_is_found_again_and_what_was_under_way_is_interrupted()
    {
        using var folder = new DataFolder();
        var spec = new RunSpec("neuron", "builtin", null, Short, Seed: 25);
        string done, half;
        byte[] result;
        await using (var before = new Application(folder.Path))
        {
            var runs = before.Services.GetRequiredService<IRunService>();
            done = runs.Start(spec);
            result = (await runs.WatchAsync(done, Cancellation).LastAsync(Cancellation)).Bytes;
            half = runs.Start(spec with { Options = Short with { Steps = 2000 } }, pinned: true);
            await runs.WatchAsync(half, Cancellation).FirstAsync(frame => frame.Step > 0, Cancellation);
        }

        await using var after = new Application(folder.Path);
        var found = after.Services.GetRequiredService<IRunService>();
        Assert.Equal(result, (await found.WatchAsync(done, Cancellation).LastAsync(Cancellation)).Bytes);
        Assert.Equal(done, found.Start(spec));
        Assert.Equal(RunState.Interrupted, found.Describe(half).State);
        Assert.Equal(found.Describe(half).Step, found.Newest(half)!.Step);
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_from_its_checkpoint_and_ends_as_if_nothing_had_happened()
    {
        using var folder = new DataFolder();
        var spec = new RunSpec("neuron", "builtin", null, Short with { Steps = 300 }, Seed: 26);
        string id;
        await using (var before = new ManyCheckpoints(folder.Path))
        {
            var runs = before.Services.GetRequiredService<IRunService>();
            id = runs.Start(spec, pinned: true);
            await runs.WatchAsync(id, Cancellation).FirstAsync(frame => frame.Step > 60, Cancellation);
        }

        await using var after = new ManyCheckpoints(folder.Path);
        var again = after.Services.GetRequiredService<IRunService>();
        Assert.Equal(RunState.Interrupted, again.Describe(id).State);
        again.Continue(id);
        var frames = await again.WatchAsync(id, Cancellation).ToListAsync(Cancellation);

        Assert.InRange(frames[0].Step, 20, 300);
        Assert.Equal(RunState.Completed, again.Describe(id).State);
        Assert.Equal(300, again.Describe(id).Curve("objective").Count);
        Assert.Contains(5, again.Describe(id).Kept); // from before the interruption
        var whole = again.Start(spec, fresh: true);
        Assert.Equal((await again.WatchAsync(whole, Cancellation).LastAsync(Cancellation)).Bytes, frames[^1].Bytes);
        Assert.Equal(again.Describe(whole).Curve("objective"), again.Describe(id).Curve("objective"));
        Assert.Throws<InvalidOptionsException>(() => again.Continue(id));
    }

    [Fact]
    public async Task What_is_changed_on_the_way_stands_in_the_spec_which_shows_the_same_again()
    {
        var id = Runs.Start(new RunSpec("neuron", "builtin", null, Short with { Steps = 200 }, Seed: 27));
        await Runs.WatchAsync(id, Cancellation).FirstAsync(Cancellation);
        Runs.Pause(id);

        Runs.Change(id, new Dictionary<string, double> { ["rate"] = 0.2 });
        Runs.Change(id, new Dictionary<string, double> { ["l2"] = 3 });
        Runs.Resume(id);
        var last = await Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);

        var spec = Runs.Describe(id).Spec;
        Assert.Equal((0.2, 3), (((NeuronOptions)spec.OptionsAt(200)).Rate, ((NeuronOptions)spec.OptionsAt(200)).L2));
        Assert.Equal(0.05, ((NeuronOptions)spec.Options).Rate);
        Assert.Equal(await Result(spec), last.Bytes);
        Assert.NotEqual(await Result(spec with { Changes = [] }), last.Bytes);
        Assert.Throws<InvalidOptionsException>(() => Runs.Change(id, new Dictionary<string, double> { ["rate"] = 0.1 }));
    }

    [Fact]
    public void What_cannot_change_on_the_way_is_refused_and_leaves_the_run_as_it_was()
    {
        var id = Runs.Start(new RunSpec("neuron", "builtin", null, Short with { Steps = 2000 }, Seed: 28));

        Assert.Throws<InvalidOptionsException>(() => Runs.Change(id, new Dictionary<string, double> { ["steps"] = 5 }));
        Assert.Throws<InvalidOptionsException>(() => Runs.Change(id, new Dictionary<string, double> { ["rate"] = 50 }));

        Assert.Empty(Runs.Describe(id).Spec.Changes);
        Runs.Cancel(id);
    }

    private async Task<byte[]> Result(RunSpec spec) =>
        (await Runs.WatchAsync(Runs.Start(spec, fresh: true), Cancellation).LastAsync(Cancellation)).Bytes;

    private sealed class ManyCheckpoints(string data) : Application(data)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("CnnVis:CheckpointSeconds", "0");
        }
    }
}
