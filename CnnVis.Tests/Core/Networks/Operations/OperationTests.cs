using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks.Operations;

public sealed class OperationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Local_response_normalisation_divides_by_the_mean_energy_of_its_neighbours_as_in_Caffe()
    {
        var input = tensor(new float[] { 1, 2, 3, 4, 5, 6, 7 }).view(1, 7, 1, 1);

        var output = Apply(new LocalResponseNormalization(Size: 5, Alpha: 0.5, Beta: 0.75, K: 1), input).data<float>().ToArray();

        for (var channel = 0; channel < 7; channel++)
        {
            var energy = Enumerable.Range(channel - 2, 5).Where(c => c is >= 0 and < 7).Sum(c => (c + 1.0) * (c + 1));
            Assert.Equal((channel + 1) / Math.Pow(1 + (0.5 / 5 * energy), 0.75), output[channel], 1e-5);
        }
    }

    [Fact]
    public void Batch_normalisation_uses_its_running_statistics_unless_it_trains()
    {
        var input = tensor(new float[] { 1, 3 }).view(2, 1, 1, 1);
        var statistics = new Dictionary<string, Tensor>
        {
            ["n.weight"] = tensor(new float[] { 2 }), ["n.bias"] = tensor(new float[] { 1 }),
            ["n.running_mean"] = tensor(new float[] { 1 }), ["n.running_var"] = tensor(new float[] { 4 }),
        };
        var parameters = new NodeParameters(statistics, "n");
        var operation = new BatchNormalization(1, Epsilon: 0);

        var evaluated = operation.Apply([input], parameters, ExecutionRules.Evaluation).data<float>().ToArray();
        var trained = operation.Apply([input], parameters, new ExecutionRules(Training: true)).data<float>().ToArray();

        Assert.Equal([1f, 3f], evaluated);
        Assert.Equal([-1f, 3f], trained);
        Assert.Equal(1.1f, statistics["n.running_mean"].item<float>(), 1e-5f);
    }

    [Fact]
    public void Groups_of_a_convolution_are_convolutions_of_their_own()
    {
        var input = rand(1, 4, 5, 5);
        var weights = rand(6, 2, 3, 3);
        var parameters = new NodeParameters(new Dictionary<string, Tensor> { ["c.weight"] = weights }, "c");

        var grouped = new Convolution(4, 6, 3, Bias: false, Groups: 2).Apply([input], parameters, ExecutionRules.Evaluation);
        var first = nn.functional.conv2d(input.narrow(1, 0, 2), weights.narrow(0, 0, 3));
        var second = nn.functional.conv2d(input.narrow(1, 2, 2), weights.narrow(0, 3, 3));

        Assert.True(grouped.allclose(cat([first, second], dim: 1)));
    }

    [Theory]
    [InlineData(4, 1, "convolution")]
    [InlineData(4, 2, "grouped convolution")]
    [InlineData(4, 4, "depthwise convolution")]
    public void A_convolution_is_called_by_its_groups(int channels, int groups, string kind) =>
        Assert.Equal(kind, new Convolution(channels, channels, 3, Groups: groups).Kind);

    [Fact]
    public void Average_pooling_takes_means_and_drops_what_is_left_over()
    {
        var input = tensor(new float[] { 1, 2, 9, 3, 6, 9 }).view(1, 1, 2, 3);

        Assert.Equal([3f], Apply(new AveragePool(2), input).data<float>().ToArray());
    }

    private static Tensor Apply(Operation operation, Tensor input) =>
        operation.Apply([input], new NodeParameters(new Dictionary<string, Tensor>(), ""), ExecutionRules.Evaluation);
}
