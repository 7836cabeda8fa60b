using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks.Operations;

public sealed class Relu6Tests : IDisposable
{
    private static readonly NodeParameters None = new(new Dictionary<string, Tensor>(), "");

    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(ReluRule.Standard)]
    [InlineData(ReluRule.Redirected)]
    public void It_cuts_off_below_0_and_above_6_and_nothing_is_left_alive(ReluRule rule) => Assert.Equal(0, TensorLeaks.Count(() =>
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0f, 2f, 6f], Apply(tensor(new float[] { -1, 2, 7 }).view(1, 3), rule).data<float>().ToArray());
    }));

    [Fact]
    public void Its_gradient_is_that_of_torch()
    {
        var input = tensor(new float[] { -1, 2, 7 }).view(1, 3);

        Assert.Equal([0f, 5f, 0f], Gradient(input, ReluRule.Standard));
        Assert.Equal([0f, 5f, 0f], Gradient(input, x => nn.functional.relu6(x)));
    }

    [Theory]
    [InlineData(ReluRule.Standard, 0)]
    [InlineData(ReluRule.Redirected, 5)]
    public void The_rule_for_ReLUs_is_its_rule_too(ReluRule rule, float expected) =>
        Assert.Equal([expected], Gradient(tensor(new float[] { -1 }).view(1, 1), rule));

    private static Tensor Apply(Tensor input, ReluRule rule) => new Relu6().Apply([input], None, new ExecutionRules(Relu: rule));

    private static float[] Gradient(Tensor input, ReluRule rule) => Gradient(input, x => Apply(x, rule));

    private static float[] Gradient(Tensor input, Func<Tensor, Tensor> function)
    {
        var x = input.detach().requires_grad_();
        return autograd.grad([function(x)], [x], [full_like(x, 5)])[0].data<float>().ToArray();
    }
}
