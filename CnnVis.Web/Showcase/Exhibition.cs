using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Drawings;
using CnnVis.Web.Runs;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Showcase;

/// <summary>The start page's runs. All visitors who come while one goes on watch the same, so that a class costs no more than one.</summary>
internal sealed class Exhibition(IRunService runs, IPictureStore pictures)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Exhibit, string> _shown = [];

    /// <summary>What can be watched; the first is what a visitor meets.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("clouds", Key("Clouds that dream"), "deepdream", "Fair weather clouds", new DeepDreamOptions()),
        Favourite("strawberry", Key("A strawberry from noise")),
        Favourite("penguin", Key("A penguin from noise")),
        Favourite("frog", Key("A frog from noise")),
        Favourite("umbrella", Key("An umbrella from noise")),
    ];

    /// <summary>The run of an exhibit: the one that goes on, or a new one.</summary>
    /// <exception cref="CnnVisException">Too many runs are waiting.</exception>
    public string Show(Exhibit exhibit)
    {
        lock (_lock)
        {
            return _shown.TryGetValue(exhibit, out var id) && GoesOn(id) ? id : _shown[exhibit] = runs.Start(SpecOf(exhibit), fresh: true);
        }
    }

    private static Exhibit Favourite(string id, string title) => new(id, title, "neuron", null, new NeuronOptions
    {
        Objective = NeuronObjective.Class, Target = DrawingClass.All.Index().First(entry => entry.Item.Id == id).Index, TotalVariation = 5,
    });

    private RunSpec SpecOf(Exhibit exhibit) => new(
        exhibit.Technique,
        "builtin",
        exhibit.Sample is { } title ? (pictures.Samples.FirstOrDefault(sample => sample.Title == title) ?? pictures.Samples[0]).Id : null,
        exhibit.Options);

    private bool GoesOn(string id)
    {
        try
        {
            return runs.Describe(id).State.IsActive();
        }
        catch (UnknownThingException)
        {
            return false;
        }
    }
}
