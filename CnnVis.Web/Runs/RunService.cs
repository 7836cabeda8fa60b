using System.Runtime.CompilerServices;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Training.Data;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <inheritdoc/>
internal sealed class RunService(
    NetworkCatalog networks,
    IPictureStore pictures,
    DataSetCatalog dataSets,
    RunRegistry registry,
    EngineLane lane,
    TimeProvider time,
    IOptions<CnnVisOptions> options) : IRunService
{
    public string Start(RunSpec spec, bool pinned = false)
    {
        spec.ValidateSeed();
        var technique = TechniqueCatalog.Find(spec.Technique);
        var network = technique.NeedsNetwork ? spec.Network : null;
        var completed = technique.Complete(spec.Options, network is null ? null : networks.Find(network));
        var picture = technique.NeedsPicture(completed) ? Picture(technique, spec.Image) : null;
        var input = new TechniqueInput(null, picture, completed, spec.Seed)
        {
            Pictures = technique.PictureIds(completed).Distinct().ToDictionary(id => id, pictures.Find),
            DataSet = technique.DataSetId(completed) is { } data ? dataSets.Open(data) : null,
        };
        var full = spec with { Network = network, Options = completed, Image = picture is null ? null : spec.Image };
        var grace = TimeSpan.FromSeconds(options.Value.WatchGraceSeconds);
        var run = new Run(full, pinned, Frames(technique, network, input), lane.Enqueue, time, grace);
        registry.Add(run);
        run.Start();
        return run.Id;
    }

    public RunDescription Describe(string id) => registry.Find(id).Describe();

    public Frame? Newest(string id) => registry.Find(id).Latest;

    public Frame FrameAt(string id, int step) => registry.Find(id).FrameAt(step).Frame;

    public Task<EncodedFrame> EncodedAtAsync(string id, int step) => registry.Find(id).FrameAt(step).Encoded;

    public void Pause(string id) => registry.Find(id).Pause();

    public void Resume(string id) => registry.Find(id).Resume();

    public void StepOnce(string id) => registry.Find(id).StepOnce();

    public void Cancel(string id) => registry.Find(id).Cancel();

    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var run = registry.Find(id);
        var mailbox = run.Watch();
        try
        {
            await foreach (var frame in mailbox.Reader.ReadAllAsync(cancellation))
            {
                yield return await frame.Encoded;
            }
        }
        finally
        {
            run.Unwatch(mailbox);
        }
    }

    // Runs on the engine's thread from the first step on: reading the weights takes its turn like any step.
    private IEnumerable<Frame> Frames(ITechnique technique, string? network, TechniqueInput input)
    {
        using var loan = network is null ? null : networks.Borrow(network);
        foreach (var frame in technique.Run(input with { Network = loan?.Network }))
        {
            yield return frame;
        }
    }

    private Picture Picture(ITechnique technique, string? id) => id is null
        ? throw new InvalidOptionsException($"{technique.Title} starts from a picture: choose one, or upload your own.")
        : pictures.Find(id);
}
