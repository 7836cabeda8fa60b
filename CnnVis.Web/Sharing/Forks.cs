using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;

namespace CnnVis.Web.Sharing;

/// <summary>New runs that start from a frame of another one.</summary>
internal static class Forks
{
    /// <summary>Whether the frames of such a run are pictures from which another one can start.</summary>
    public static bool Can(RunSpec spec) => Of(spec, "") is not null;

    /// <summary>What to ask for to go on from a frame, with the options as they were by then; null where a frame is no start.</summary>
    /// <param name="frame">The frame's id as a picture.</param>
    /// <param name="step">The frame's step.</param>
    public static RunSpec? Of(RunSpec spec, string frame, int step = 0)
    {
        var now = spec with { Options = spec.OptionsAt(step), Changes = [] };
        return now.Options switch
        {
            DeepDreamOptions => now with { Image = frame },
            NeuronOptions { Batch: 1 } neuron => now with { Image = frame, Options = neuron with { Start = StartKind.Picture } },
            ContentOptions { Layers.Count: 0 } content => now with { Options = content with { Start = StartKind.Picture, StartPicture = frame } },
            _ => null, // maps, or sheets of several pictures
        };
    }
}
