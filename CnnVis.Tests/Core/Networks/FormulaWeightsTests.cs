using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

/// <summary>
/// Architectures against torchvision, with weights from a formula instead of training. All is computed in double
/// precision: in single precision rounding alone opens or closes a ReLU here and there, which torchvision's own gradients
/// show from machine to machine. Some of the references are of single precision, hence the tolerances.
/// </summary>
public class FormulaWeightsTests
{
    private const double LogitTolerance = 1e-5;
    private const double GradientTolerance = 1e-3;

    [Theory]
    [InlineData("alexnet")]
    [InlineData("densenet121")]
    [InlineData("googlenet")]
    [InlineData("mobilenet_v2")]
    [InlineData("resnet18")]
    [InlineData("resnet34")]
    [InlineData("resnet50")]
    [InlineData("squeezenet1_0")]
    [InlineData("vgg16")]
    [InlineData("vgg19")]
    public void Names_shapes_logits_and_gradients_are_those_of_torchvision_and_a_mistake_would_show(string id)
    {
        var reference = ArchitectureReference.Read(id);
        using var scope = NewDisposeScope();
        var graph = NetworkCatalog.Architectures.Single(architecture => architecture.Id == id).Graph;
        Assert.Equal(Named(reference.StateDict), Named(graph.ParameterShapes.Concat(graph.TrainingOnlyShapes)));
        var weights = FormulaTensors.For(graph.ParameterShapes);
        var input = FormulaTensors.Input(reference.Side).requires_grad_();

        var logits = Logits(graph, weights, input);
        var gradient = autograd.grad([logits[7]], [input])[0];

        Assert.InRange(LogitError(logits, reference), 0, LogitTolerance);
        Assert.Equal(reference.Argmax, logits.argmax().item<long>());
        Assert.InRange(GradientError(gradient, reference), 0, GradientTolerance);

        using var frozen = no_grad();
        var mistaken = Logits(WithoutItsMiddleRelu(graph), weights, input);
        Assert.True(LogitError(mistaken, reference) > 10 * LogitTolerance, "a ReLU left out must show");
    }

    private static IEnumerable<string> Named(IEnumerable<KeyValuePair<string, long[]>> shapes) =>
        shapes.Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value)}]").Order(StringComparer.Ordinal);

    private static Tensor Logits(NetworkGraph graph, Dictionary<string, Tensor> weights, Tensor input) =>
        GraphExecutor.Run(graph, weights, input, [graph.Output])[graph.Output][0];

    // A mean near zero is held against the deviation: it is what is left when a thousand numbers cancel out.
    private static double LogitError(Tensor logits, ArchitectureReference reference) => new[]
    {
        RelativeError(logits.narrow(0, 0, 16), reference.Logits),
        Math.Abs(logits.mean().ToDouble() - reference.LogitsMean) / reference.LogitsDeviation,
        Math.Abs((logits.std().ToDouble() / reference.LogitsDeviation) - 1),
    }.Max();

    private static double GradientError(Tensor gradient, ArchitectureReference reference) => new[]
    {
        RelativeError(gradient[0, 0, 100].narrow(0, 0, 16), reference.GradientRow),
        Math.Abs(gradient.mean().ToDouble() - reference.GradientMean) / reference.GradientDeviation,
        Math.Abs((gradient.std().ToDouble() / reference.GradientDeviation) - 1),
    }.Max();

    private static double RelativeError(Tensor actual, double[] expected) =>
        Numbers.RelativeError(actual.to(ScalarType.Float64), tensor(expected));

    private static NetworkGraph WithoutItsMiddleRelu(NetworkGraph graph)
    {
        var relus = graph.Nodes.Where(node => node.Operation is Relu or Relu6).ToList();
        var skipped = relus[relus.Count / 2];
        return new([.. graph.Nodes.Select(node => node == skipped ? node with { Operation = new BlockOutput() } : node)]);
    }
}
