using CnnVis.Core.Techniques.Activations;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Core.Techniques;

/// <summary>All techniques.</summary>
public static class TechniqueCatalog
{
    /// <summary>All techniques, in the order in which they are offered.</summary>
    public static IReadOnlyList<ITechnique> All { get; } =
    [
        new SaliencyTechnique(),
        new NeuronTechnique(),
        new ContentInversionTechnique(),
        new DeepDreamTechnique(),
        new GapTechnique(),
        new GradCamTechnique(),
        new ActivationsTechnique(),
        new GapLabTechnique(),
    ];

    /// <summary>Finds a technique by its id.</summary>
    /// <exception cref="UnknownThingException">There is no such technique.</exception>
    public static ITechnique Find(string id) =>
        All.FirstOrDefault(technique => technique.Id == id)
        ?? throw new UnknownThingException("technique", id, $"There are {string.Join(", ", All.Select(t => t.Id))}.");
}
