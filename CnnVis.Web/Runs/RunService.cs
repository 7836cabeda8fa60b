using System.Runtime.CompilerServices;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <inheritdoc/>
internal sealed class RunService(
    NetworkCatalog networks,
    IPictureStore pictures,
    RunRegistry registry,
    EngineLane lane,
    TimeProvider time,
    IOptions<CnnVisOptions> options) : IRunService
{
    public string Start(RunSpec spec, bool pinned = false)
    {
        spec.ValidateSeed();
        var technique = TechniqueCatalog.Find(spec.Technique);
        var completed = technique.Complete(spec.Options, networks.Find(spec.Network));
        var picture = technique.NeedsPicture(completed) ? Picture(technique, spec.Image) : null;
        var others = technique.PictureIds(completed).Distinct().ToDictionary(id => id, pictures.Find);
        var full = spec with { Options = completed, Image = picture is null ? null : spec.Image };
        var grace = TimeSpan.FromSeconds(options.Value.WatchGraceSeconds);
        var run = new Run(full, pinned, Frames(technique, full, picture, others), lane.Enqueue, time, grace);
        registry.Add(run);
        run.Start();
        return run.Id;
    }

    public RunDescription Describe(string id) => registry.Find(id).Describe();

    public Frame? Newest(string id) => registry.Find(id).Latest;

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
    private IEnumerable<Frame> Frames(
        ITechnique technique, RunSpec spec, Picture? picture, IReadOnlyDictionary<string, Picture> others)
    {
        var network = networks.Load(spec.Network);
        var input = new TechniqueInput(network, picture, spec.Options, spec.Seed) { Pictures = others };
        foreach (var frame in technique.Run(input))
        {
            yield return frame;
        }
    }

    private Picture Picture(ITechnique technique, string? id) => id is null
        ? throw new InvalidOptionsException($"{technique.Title} starts from a picture: choose one, or upload your own.")
        : pictures.Find(id);
}
