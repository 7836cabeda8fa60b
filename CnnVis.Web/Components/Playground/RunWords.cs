using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Playground;

/// <summary>A run's state in words.</summary>
internal static class RunWords
{
    public static string State(IStringLocalizer L, RunState state) => state switch
    {
        RunState.Queued => L["Waiting for its turn"],
        RunState.Running => L["Running"],
        RunState.Paused => L["Paused"],
        RunState.Completed => L["Finished"],
        RunState.Cancelled => L["Stopped"],
        RunState.Failed => L["Failed"],
        _ => L["Interrupted by a restart of the server"],
    };

    /// <summary>Such as <c>place 3 in the queue · about 12 s</c>.</summary>
    public static string Waiting(IStringLocalizer L, WaitingPlace place) => place.Wait is { } wait
        ? L["place {0} in the queue · about {1}", place.Number, Left(wait)]
        : L["place {0} in the queue", place.Number];

    /// <summary>Such as <c>step 12 of 40 · 8.3 steps/s · 4 s left</c>.</summary>
    public static string Progress(IStringLocalizer L, RunDescription run)
    {
        var words = run.Spec.Options is GapLabOptions lab ? Moment(L, LabPlan.Of(lab), run.Step) : L["step {0} of {1}", run.Step, run.Total].Value;
        if (run.StepsPerSecond is > 0 and < 1000) // a map of one step has no speed worth telling
        {
            words += " · " + L["{0:0.0} steps/s", run.StepsPerSecond];
        }

        return run.TimeLeft is { } left ? $"{words} · {L["{0} left", Left(left)]}" : words;
    }

    /// <summary>What a stage is set to, such as <c>SqueezeNet 1.1 · features.7</c>.</summary>
    public static string Setting(IStringLocalizer L, NetworkInfo network, TechniqueOptions options) =>
        Part(L, Completed(network, options), network) is { Length: > 0 } part ? $"{L[network.Title]} · {part}" : L[network.Title];

    /// <summary>What the run on stage is, such as <c>squeezenet1_1 · features.7 · seed 0</c>.</summary>
    public static string Subject(IStringLocalizer L, RunSpec spec) =>
        string.Join(" · ", new[] { spec.Network, Part(L, spec.Options), L["seed {0}", spec.Seed] }.Where(word => word is { Length: > 0 }));

    private static string Moment(IStringLocalizer L, LabPlan plan, int step) => plan.At(step) switch
    {
        { Work: LabWork.Start } => L["the untrained network"],
        { Work: LabWork.Load } moment => L["preparing pictures, {0} of {1}", moment.Done, moment.Of],
        { Work: LabWork.Train } moment => L["epoch {0} of {1}, batch {2} of {3}", moment.Epoch, plan.Epochs, moment.Done, moment.Of],
        var moment => L["epoch {0} of {1}, examined", moment.Epoch, plan.Epochs],
    };

    /// <summary>What the options say, in few words.</summary>
    /// <param name="L">The language.</param>
    /// <param name="options">The options.</param>
    /// <param name="network">Whose classes they mean; without it classes are told by number.</param>
    public static string Part(IStringLocalizer L, TechniqueOptions options, NetworkInfo? network = null) => options switch
    {
        GapLabOptions lab => L["{0} · layers {1} · rate {2}", L[DataSetInfo.Find(lab.Data).Title], string.Join(", ", lab.Widths), lab.Rate],
        DeepDreamOptions dream => string.Join(" + ", dream.Layers.Select(layer => layer.Layer))
            + (dream.Channel is { } channel ? ", " + L["channel {0}", channel] : "") + (dream.Guide is null ? "" : ", " + L["guided"]),
        SaliencyOptions saliency => $"{Name(saliency.Method)} · {saliency.Layer ?? Class(L, saliency.Target, network)}",
        GapOptions { Target.IsTop: true } gap => L["{0} most probable classes", gap.Count],
        GapOptions gap => Class(L, gap.Target, network),
        GradCamOptions { Method: CamMethod.EigenCam } cam => $"{Name(cam.Method)} · {cam.Layer}",
        GradCamOptions cam => $"{Name(cam.Method)} · {cam.Layer} · {Class(L, cam.Target, network)}",
        ContentOptions { Layers.Count: > 0 } content => string.Join(", ", content.Layers),
        ContentOptions content => $"{content.Layer}",
        NeuronOptions { Terms.Count: > 0 } neuron => string.Join(" + ", neuron.Terms.Select(term => Part(L, term, network))),
        NeuronOptions { Objective: NeuronObjective.Class } neuron => Class(L, neuron.Target, network),
        NeuronOptions { Objective: NeuronObjective.Layer } neuron => $"{neuron.Layer}",
        NeuronOptions { Objective: NeuronObjective.Neuron } neuron => L["{0}, one neuron of channel {1}", neuron.Layer ?? "", neuron.Channel],
        NeuronOptions neuron => L["{0}, channel {1}", neuron.Layer ?? "", neuron.Channel],
        _ => "",
    };

    private static string Class(IStringLocalizer L, ClassTargets target, NetworkInfo? network) => target.IsTop ? L["most probable class"]
        : string.Join(", ", target.Indices.Select(index => Class(L, index, network)));

    private static string Class(IStringLocalizer L, int index, NetworkInfo? network) =>
        network?.Classes.ElementAtOrDefault(index) is { } name ? L[name] : L["class {0}", index];

    // As specs and links write it.
    private static string Name<T>(T method)
        where T : struct, Enum => System.Text.Json.JsonSerializer.SerializeToElement(method, RunSpecJson.Options).GetString()!;

    private static string Part(IStringLocalizer L, NeuronTerm term, NetworkInfo? network) => term.Objective switch
    {
        NeuronObjective.Class => Class(L, term.Target, network),
        NeuronObjective.Layer => $"{term.Layer}",
        _ => L["{0}, channel {1}", term.Layer ?? "", term.Channel],
    };

    // With the layers that the network itself would choose; what cannot be run yet is told as it stands.
    private static TechniqueOptions Completed(NetworkInfo network, TechniqueOptions options)
    {
        try
        {
            return TechniqueCatalog.All.First(technique => technique.OptionsType == options.GetType()).Complete(options, network);
        }
        catch (CnnVisException)
        {
            return options;
        }
    }

    private static string Left(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 100 ? $"{seconds} s" : $"{(seconds + 30) / 60} min";
    }
}
