using System.Globalization;
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

namespace CnnVis.Web.Components.Playground;

/// <summary>A run's state in words.</summary>
internal static class RunWords
{
    public static string State(RunState state) => state switch
    {
        RunState.Queued => "Waiting for its turn",
        RunState.Running => "Running",
        RunState.Paused => "Paused",
        RunState.Completed => "Finished",
        RunState.Cancelled => "Stopped",
        RunState.Failed => "Failed",
        _ => "Interrupted by a restart of the server",
    };

    /// <summary>Such as <c>place 3 in the queue · about 12 s</c>.</summary>
    public static string Waiting(WaitingPlace place) =>
        place.Wait is { } wait ? $"place {place.Number} in the queue · about {Left(wait)}" : $"place {place.Number} in the queue";

    /// <summary>Such as <c>step 12 of 40 · 8.3 steps/s · 4 s left</c>.</summary>
    public static string Progress(RunDescription run)
    {
        var words = run.Spec.Options is GapLabOptions lab ? Moment(LabPlan.Of(lab), run.Step) : $"step {run.Step} of {run.Total}";
        if (run.StepsPerSecond is > 0 and < 1000) // a map of one step has no speed worth telling
        {
            words += string.Create(CultureInfo.InvariantCulture, $" · {run.StepsPerSecond:0.0} steps/s");
        }

        return run.TimeLeft is { } left ? $"{words} · {Left(left)} left" : words;
    }

    /// <summary>What a stage is set to, such as <c>SqueezeNet 1.1 · features.7</c>.</summary>
    public static string Setting(NetworkInfo network, TechniqueOptions options) =>
        Part(Completed(network, options)) is { Length: > 0 } part ? $"{network.Title} · {part}" : network.Title;

    /// <summary>What the run on stage is, such as <c>squeezenet1_1 · features.7 · seed 0</c>.</summary>
    public static string Subject(RunSpec spec) =>
        string.Join(" · ", new[] { spec.Network, Part(spec.Options), $"seed {spec.Seed}" }.Where(word => word is { Length: > 0 }));

    private static string Moment(LabPlan plan, int step) => plan.At(step) switch
    {
        { Work: LabWork.Start } => "the untrained network",
        { Work: LabWork.Load } moment => $"preparing pictures, {moment.Done} of {moment.Of}",
        { Work: LabWork.Train } moment => $"epoch {moment.Epoch} of {plan.Epochs}, batch {moment.Done} of {moment.Of}",
        var moment => $"epoch {moment.Epoch} of {plan.Epochs}, examined",
    };

    /// <summary>What the options say, in few words.</summary>
    public static string Part(TechniqueOptions options) => options switch
    {
        GapLabOptions lab => $"{DataSetInfo.Find(lab.Data).Title} · layers {string.Join(", ", lab.Widths)} · rate {lab.Rate.ToString(CultureInfo.InvariantCulture)}",
        DeepDreamOptions dream => string.Join(" + ", dream.Layers.Select(layer => layer.Layer))
            + (dream.Channel is { } channel ? $", channel {channel}" : "") + (dream.Guide is null ? "" : ", guided"),
        SaliencyOptions saliency => $"{Name(saliency.Method)} · {saliency.Layer ?? Class(saliency.Target)}",
        GapOptions { Target.IsTop: true } gap => $"{gap.Count} most probable classes",
        GapOptions gap => Class(gap.Target),
        GradCamOptions { Method: CamMethod.EigenCam } cam => $"{Name(cam.Method)} · {cam.Layer}",
        GradCamOptions cam => $"{Name(cam.Method)} · {cam.Layer} · {Class(cam.Target)}",
        ContentOptions { Layers.Count: > 0 } content => string.Join(", ", content.Layers),
        ContentOptions content => $"{content.Layer}",
        NeuronOptions { Terms.Count: > 0 } neuron => string.Join(" + ", neuron.Terms.Select(Part)),
        NeuronOptions { Objective: NeuronObjective.Class } neuron => $"class {neuron.Target}",
        NeuronOptions { Objective: NeuronObjective.Layer } neuron => $"{neuron.Layer}",
        NeuronOptions { Objective: NeuronObjective.Neuron } neuron => $"{neuron.Layer}, one neuron of channel {neuron.Channel}",
        NeuronOptions neuron => $"{neuron.Layer}, channel {neuron.Channel}",
        _ => "",
    };

    private static string Class(ClassTargets target) => target.IsTop ? "most probable class"
        : target.Indices.Count == 1 ? $"class {target}" : $"classes {target}";

    // As specs and links write it.
    private static string Name<T>(T method)
        where T : struct, Enum => System.Text.Json.JsonSerializer.SerializeToElement(method, RunSpecJson.Options).GetString()!;

    private static string Part(NeuronTerm term) => term.Objective switch
    {
        NeuronObjective.Class => $"class {term.Target}",
        NeuronObjective.Layer => $"{term.Layer}",
        _ => $"{term.Layer}, channel {term.Channel}",
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
