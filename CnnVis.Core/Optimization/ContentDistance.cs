using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// How far a picture's activations in a layer are from those of a given picture: ||Φ(x) − Φ₀|| / ||Φ₀||
/// (Mahendran and Vedaldi 2014, arXiv 1412.0035, section 2). It owns Φ₀: dispose it.
/// </summary>
public sealed class ContentDistance : IDisposable
{
    private readonly string _layer;
    private readonly Tensor _target;
    private readonly double _square;

    /// <param name="layer">The layer's id.</param>
    /// <param name="target">Φ₀, the activations to come near to, of any shape; they are copied.</param>
    /// <exception cref="UnsuitableNetworkException">They are all zero, so that no distance is relative to them.</exception>
    public ContentDistance(string layer, Tensor target)
    {
        using var scope = NewDisposeScope();
        _square = target.square().sum().ToDouble();
        if (_square == 0)
        {
            throw new UnsuitableNetworkException(
                $"Nothing in {layer} answers to this picture, so there is nothing to start from: choose another layer or picture.");
        }

        (_layer, _target) = (layer, target.detach().clone().DetachFromDisposeScope());
        Square = new Objective($"relative distance in {layer}", [layer], Evaluate);
    }

    /// <summary>The squared relative distance, to be subtracted; 0 for the picture itself.</summary>
    public Objective Square { get; }

    /// <summary>The relative distance, not squared, that was found last.</summary>
    public double Last { get; private set; }

    /// <summary>The distance to a picture.</summary>
    /// <param name="image">[1, 3, height, width] in 0..1.</param>
    public static ContentDistance To(Network network, string layer, Tensor image)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return new ContentDistance(layer, network.Activations(image, [layer])[layer]);
    }

    /// <summary>The relative distance of a picture, 0 or more; an unchanging picture of one colour is often near 1.</summary>
    /// <param name="image">[1, 3, height, width] in 0..1, of the size of the given picture.</param>
    public double Measure(Network network, Tensor image)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Evaluate(new Evaluation(network.Activations(image, [_layer]), image));
        return Last;
    }

    /// <summary>Frees the activations.</summary>
    public void Dispose() => _target.Dispose();

    private Tensor Evaluate(Evaluation evaluation)
    {
        var square = (evaluation.Activations[_layer] - _target).square().sum() / _square;
        Last = Math.Sqrt(square.ToDouble());
        return square;
    }
}
