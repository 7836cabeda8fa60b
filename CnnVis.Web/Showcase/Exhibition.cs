using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Drawings;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Showcase;

/// <summary>The start page's runs. All visitors who come while one goes on watch the same, so that a class costs no more than one.</summary>
internal sealed class Exhibition(IRunService runs, IPictureStore pictures)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Exhibit, string> _shown = [];

    /// <summary>What can be watched; the first is what a visitor meets.</summary>
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("clouds", "Clouds that dream", "deepdream", "Fair weather clouds", new DeepDreamOptions()),
        Favourite("strawberry"),
        Favourite("penguin"),
        Favourite("frog"),
        Favourite("umbrella"),
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

    private static Exhibit Favourite(string id)
    {
        var (index, kind) = DrawingClass.All.Index().First(entry => entry.Item.Id == id);
        var article = "aeiou".Contains(kind.English[0], StringComparison.Ordinal) ? "An" : "A";
        return new(id, $"{article} {kind.English} from noise", "neuron", null, new NeuronOptions
        {
            Objective = NeuronObjective.Class, Target = index, TotalVariation = 5,
        });
    }

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
