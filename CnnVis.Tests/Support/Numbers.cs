using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>Comparisons of arrays.</summary>
internal static class Numbers
{
    /// <summary>Whether two tensors are equal in shape and in every bit of every number.</summary>
    public static bool Same(Tensor a, Tensor b) => a.shape.SequenceEqual(b.shape) && a.eq(b).all().item<bool>();

    /// <summary>|actual - expected| / |expected|, Euclidean; the plain difference where zeros are expected.</summary>
    public static double RelativeError(Tensor actual, Tensor expected) =>
        expected.norm().ToDouble() is > 0 and var size
            ? (actual - expected).norm().ToDouble() / size
            : actual.norm().ToDouble();

    /// <summary>Spearman's rank correlation of two arrays of one size, whose values are all different.</summary>
    public static double RankCorrelation(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Ranks(a), Ranks(b));
        return (x * y).mean().ToDouble();

        static Tensor Ranks(Tensor values)
        {
            var ranks = values.flatten().argsort().argsort().to(ScalarType.Float64);
            return (ranks - ranks.mean()) / ranks.std(unbiased: false);
        }
    }

    /// <summary>
    /// The largest relative difference between a function's gradient and its central differences at some places.
    /// </summary>
    public static double GradientError(Func<Tensor, Tensor> function, Tensor at, int places = 60)
    {
        using var scope = NewDisposeScope();
        var x = at.detach().clone().requires_grad_();
        var gradient = autograd.grad([function(x)], [x])[0].flatten();
        var scale = gradient.abs().max().ToDouble();
        var random = new Random(1);
        return Enumerable.Range(0, places).Max(_ => Difference(random.Next((int)x.numel())));

        double Difference(int place)
        {
            const double Step = 1e-5;
            using var frozen = no_grad();
            var numeric = (At(place, Step) - At(place, -Step)) / (2 * Step);
            return Math.Abs(numeric - gradient[place].ToDouble()) / scale;
        }

        double At(int place, double step)
        {
            var moved = at.detach().clone();
            moved.view(-1)[place] += step;
            return function(moved).ToDouble();
        }
    }
}
