using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>What the options ask for as one formula.</summary>
internal static class NeuronObjectives
{
    /// <summary>The terms by their weights, less what is penalised.</summary>
    public static Objective Of(NeuronOptions options, NetworkGraph graph)
    {
        var wanted = options.Wanted.Select(term => Weighted(term.Weight, Of(term, graph))).Aggregate((sum, next) => sum + next);
        var penalties = new List<(double Weight, Objective Penalty)>
        {
            (options.TotalVariation, Regularizers.TotalVariation),
            (options.L2, Regularizers.L2),
            (options.L1, Regularizers.L1),
            (options.Blur, Regularizers.Blur),
            (options.Diversity, Objectives.Likeness(options.Layer!)),
        };
        return penalties.Where(one => one.Weight > 0).Aggregate(wanted, (sum, one) => sum - (one.Weight * one.Penalty));
    }

    private static Objective Of(NeuronTerm term, NetworkGraph graph) => term.Objective switch
    {
        NeuronObjective.Neuron => Objectives.Neuron(term.Layer!, term.Channel, term.X, term.Y),
        NeuronObjective.Channel => Objectives.Channel(term.Layer!, term.Channel),
        NeuronObjective.Layer => Objectives.Energy(term.Layer!),
        _ => Objectives.Class(graph.Output, term.Target),
    };

    private static Objective Weighted(double weight, Objective objective) => weight == 1 ? objective : weight * objective;
}
