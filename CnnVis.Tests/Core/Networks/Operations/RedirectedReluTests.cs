using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks.Operations;

public sealed class RedirectedReluTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    // Uphill gradient, input, what passes: only what would push a negative input further down is held back.
    [Theory]
    [InlineData(-1, -1, 0)]
    [InlineData(1, -1, 1)]
    [InlineData(-1, 1, -1)]
    [InlineData(1, 1, 1)]
    public void Where_no_gradient_would_pass_what_raises_the_input_does(float upstream, float input, float expected) =>
        Assert.Equal([expected], Gradient([input], [upstream]));

    [Fact]
    public void Where_any_gradient_passes_it_is_the_usual_one() =>
        Assert.Equal([0f, 0f, 5f], Gradient([-1, -2, 3], [7, -7, 5]));

    [Fact]
    public void Forward_it_is_a_ReLU_and_nothing_is_left_alive() => Assert.Equal(0, TensorLeaks.Count(() =>
    {
        using var scope = NewDisposeScope();
        var output = RedirectedRelu.apply(tensor(new float[] { -1, 2 }).view(1, 2).requires_grad_());
        Assert.Equal([0f, 2f], output.data<float>().ToArray());
        output.sum().backward();
    }));

    private static float[] Gradient(float[] input, float[] upstream)
    {
        var x = tensor(input).view(1, input.Length).requires_grad_();
        return autograd.grad([RedirectedRelu.apply(x)], [x], [tensor(upstream).view(1, input.Length)])[0].data<float>().ToArray();
    }
}
