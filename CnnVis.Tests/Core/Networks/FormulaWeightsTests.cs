using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Tests.Support;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

/// <summary>Architectures against torchvision, with weights from a formula instead of training.</summary>
public class FormulaWeightsTests
{
    [Fact]
    public void Vgg16_has_the_tensors_the_logits_and_the_gradient_of_torchvision()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Shared.Golden("architectures/vgg16.json")));
        using var scope = NewDisposeScope();
        var graph = Vgg.Vgg16.Graph;
        var expected = golden.RootElement.GetProperty("state_dict").EnumerateArray()
            .ToDictionary(entry => entry[0].GetString()!, entry => entry[1].EnumerateArray().Select(n => n.GetInt64()).ToArray());
        Assert.Equal(expected.OrderBy(e => e.Key), graph.ParameterShapes.OrderBy(e => e.Key), SameEntry);

        var weights = expected.ToDictionary(entry => entry.Key, entry => Formula(entry.Key, entry.Value));
        var input = Formula("input", [1, 3, 224, 224], isInput: true).requires_grad_();
        var logits = GraphExecutor.Run(graph, weights, input, [graph.Output])[graph.Output];
        var gradient = autograd.grad([logits[0, 7]], [input])[0];

        AssertClose(golden.RootElement.GetProperty("logits_first16"), logits.flatten().narrow(0, 0, 16));
        AssertClose(
            golden.RootElement.GetProperty("gradient_of_logit7").GetProperty("first16_of_channel0_row100"),
            gradient[0, 0, 100].narrow(0, 0, 16));
    }

    private static bool SameEntry(KeyValuePair<string, long[]> a, KeyValuePair<string, long[]> b) =>
        a.Key == b.Key && a.Value.SequenceEqual(b.Value);

    private static void AssertClose(JsonElement expected, Tensor actual)
    {
        var reference = tensor(expected.EnumerateArray().Select(n => n.GetDouble()).ToArray());
        Assert.InRange(Numbers.RelativeError(actual.to(ScalarType.Float64), reference), 0, 1e-3);
    }

    // u = frac((i + 1) * golden ratio + hash of the name), spread as the folder's README says.
    private static Tensor Formula(string name, long[] shape, bool isInput = false)
    {
        using var scope = NewDisposeScope();
        var hash = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(name)) % 1000 / 1000.0;
        var count = shape.Aggregate((a, b) => a * b);
        var u = (arange(1, count + 1, dtype: ScalarType.Float64) * 0.6180339887498949).add_(hash).frac_();
        var fanIn = shape[1..].Aggregate(1L, (a, b) => a * b);
        var (centre, spread) = isInput ? (0.5, 4) : shape.Length == 1 ? (0.5, 0.2) : (0.5, 2 * Math.Sqrt(6.0 / fanIn));
        return u.sub_(centre).mul_(spread).to(ScalarType.Float32).view(shape).MoveToOuterDisposeScope();
    }
}
