using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques;

/// <summary>Checks of what is to be explained.</summary>
internal static class TargetChecks
{
    /// <exception cref="CnnVisException">A class does not exist, stands twice, or there are too many.</exception>
    public static void RequireClasses(this NetworkInfo network, ClassTargets targets, int most = ClassTargets.Most)
    {
        if (targets.Indices.Count > most || targets.Indices.Distinct().Count() < targets.Indices.Count)
        {
            throw new InvalidOptionsException(most == 1
                ? "target must be one class, or \"top\"."
                : $"target must be at most {most} different classes, or \"top\".");
        }

        foreach (var index in targets.Indices)
        {
            network.RequireClass(index);
        }
    }
}
