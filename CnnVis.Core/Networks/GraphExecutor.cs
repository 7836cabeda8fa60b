using CnnVis.Core.Networks.Operations;
using static TorchSharp.torch;

namespace CnnVis.Core.Networks;

/// <summary>Runs a graph as far as needed and not further.</summary>
public static class GraphExecutor
{
    /// <summary>
    /// Computes the activations of the given layers. Only nodes these depend on are computed, and an activation that
    /// was not asked for is let go as soon as nothing needs it. There are no hooks and no in-place operations.
    /// </summary>
    /// <param name="graph">What to compute.</param>
    /// <param name="parameters">The tensors named by <see cref="NetworkGraph.ParameterShapes"/>.</param>
    /// <param name="input">The preprocessed input, [batch, 3, height, width]; it stays the caller's.</param>
    /// <param name="layers">Ids of the layers to keep.</param>
    /// <param name="rules">How to execute; evaluation when left out.</param>
    /// <returns>One tensor per layer asked for, in the caller's dispose scope.</returns>
    /// <exception cref="UnknownThingException">The graph has no such layer.</exception>
    public static IReadOnlyDictionary<string, Tensor> Run(
        NetworkGraph graph,
        IReadOnlyDictionary<string, Tensor> parameters,
        Tensor input,
        IReadOnlyCollection<string> layers,
        ExecutionRules? rules = null)
    {
        var uses = CountUses(graph, layers);
        var alive = new Dictionary<string, Tensor> { [NetworkGraph.Input] = input };
        foreach (var node in graph.Nodes.Where(node => uses.ContainsKey(node.Id)))
        {
            Tensor[] inputs = [.. node.Inputs.Select(id => alive[id])];
            var own = new NodeParameters(parameters, node.Id);
            alive[node.Id] = node.Operation.Apply(inputs, own, rules ?? ExecutionRules.Evaluation);
            Release(node.Inputs, uses, alive);
        }

        alive.Remove(NetworkGraph.Input);
        return alive;
    }

    // For each node that is needed: how many nodes read it, plus one if its activation was asked for.
    private static Dictionary<string, int> CountUses(NetworkGraph graph, IReadOnlyCollection<string> layers)
    {
        var uses = layers.Distinct().ToDictionary(id => id, _ => 1);
        var deepest = layers.Select(graph.PositionOf).DefaultIfEmpty(-1).Max();
        for (var position = deepest; position >= 0; position--)
        {
            var node = graph.Nodes[position];
            if (!uses.ContainsKey(node.Id))
            {
                continue;
            }

            foreach (var input in node.Inputs)
            {
                uses[input] = uses.GetValueOrDefault(input) + 1;
            }
        }

        return uses;
    }

    private static void Release(IEnumerable<string> inputs, Dictionary<string, int> uses, Dictionary<string, Tensor> alive)
    {
        foreach (var id in inputs)
        {
            if (--uses[id] == 0 && id != NetworkGraph.Input)
            {
                alive[id].Dispose();
                alive.Remove(id);
            }
        }
    }
}
