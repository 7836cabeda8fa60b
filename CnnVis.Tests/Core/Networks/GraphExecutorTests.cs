using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public sealed class GraphExecutorTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _network.Dispose();
    }

    [Fact]
    public void Only_the_layers_asked_for_are_returned()
    {
        var activations = _network.Activations(rand(1, 3, 16, 16), ["relu1", "both"]);

        Assert.Equal(["both", "relu1"], activations.Keys.Order());
    }

    [Fact]
    public void A_layer_costs_only_the_nodes_it_depends_on()
    {
        var seen = new List<string>();
        var graph = new NetworkGraph([.. _network.Graph.Nodes.Select(node => node with { Operation = new Spy(node, seen) })]);

        GraphExecutor.Run(graph, _network.Parameters, rand(1, 3, 16, 16), ["left"]);

        Assert.Equal(["conv1", "relu1", "pool1", "norm1", "left"], seen);
    }

    [Fact]
    public void Activations_nobody_asked_for_are_freed_at_once()
    {
        var input = rand(1, 3, 16, 16);

        var kept = TensorLeaks.Count(() => GraphExecutor.Run(_network.Graph, _network.Parameters, input, ["both", "logits"]));

        Assert.Equal(2, kept);
    }

    [Fact]
    public void An_activation_is_the_same_whatever_else_is_asked_for()
    {
        var image = rand(1, 3, 16, 16);

        var alone = _network.Activations(image, ["conv1"])["conv1"];
        var among = _network.Activations(image, ["conv1", "relu1", "logits"])["conv1"];

        Assert.True(Numbers.Same(alone, among));
        Assert.True(alone.min().ToDouble() < 0, "a ReLU must not have changed its input in place");
    }

    [Fact]
    public void A_batch_gives_what_its_pictures_give_one_by_one()
    {
        var pictures = rand(3, 3, 16, 16);

        var together = _network.Activations(pictures, ["logits"])["logits"];
        var single = cat([.. Enumerable.Range(0, 3).Select(i => _network.Activations(pictures.narrow(0, i, 1), ["logits"])["logits"])]);

        Assert.True(together.allclose(single, atol: 1e-6));
    }

    [Fact]
    public void An_unknown_layer_is_named() =>
        Assert.Contains("\"relu9\"", Assert.Throws<UnknownThingException>(
            () => _network.Activations(rand(1, 3, 16, 16), ["relu9"])).Message, StringComparison.Ordinal);

    private sealed record Spy(Node Node, List<string> Seen) : Operation
    {
        public override string Kind => Node.Operation.Kind;

        public override long[] OutputShape(IReadOnlyList<long[]> inputs) => Node.Operation.OutputShape(inputs);

        public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules)
        {
            Seen.Add(Node.Id);
            return Node.Operation.Apply(inputs, parameters, rules);
        }
    }
}
