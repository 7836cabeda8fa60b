using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>
/// Moves training pictures a little towards being mistaken (Goodfellow et al. 2014, arXiv 1412.6572, with the
/// Euclidean norm and a random start as in Madry et al. 2017, arXiv 1706.06083). A network that has learnt to resist
/// looks at shapes instead of specks, and its favourite pictures show them.
/// </summary>
/// <param name="radius">The longest distance a picture is moved, the Euclidean norm over its values in 0..1.</param>
/// <param name="random">The training's own generator.</param>
internal sealed class Adversary(double radius, Generator random)
{
    /// <summary>Returns moved copies, [batch, 3, height, width] in 0..1.</summary>
    /// <param name="loss">The loss of a batch, a scalar.</param>
    public Tensor Move(Tensor images, Func<Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        var distance = 0.5 * radius * rand(images.shape[0], 1, 1, 1, generator: random);
        var start = distance * Direction(randn(images.shape, generator: random));
        var moved = (images + start).detach().requires_grad_();
        var uphill = autograd.grad([loss(moved)], [moved])[0];
        var step = start + (radius * Direction(uphill));
        var length = Length(step);
        return (images + (step * (radius / length).clamp_max(1))).clamp(0, 1).MoveToOuterDisposeScope();
    }

    private static Tensor Direction(Tensor vectors) => vectors / Length(vectors);

    private static Tensor Length(Tensor vectors) =>
        vectors.square().sum([1, 2, 3], keepdim: true).sqrt().clamp_min(1e-12);
}
