using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Attribution;

/// <summary>
/// A picture as a network looks at it, and what the network says about it: what every map is a map of. Owns its
/// tensors: dispose it.
/// </summary>
internal sealed class Examination : IDisposable
{
    private const int Shown = 5;
    private readonly IReadOnlyList<Prediction> _all;

    /// <param name="picture">One of the network's input size keeps its pixels; others become the square in their middle.</param>
    public Examination(Network network, Picture picture)
    {
        Network = network;
        Picture = PictureResizer.Square(picture, network.Info.InputSize);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var input = network.Preprocessing.Normalize(PictureTensors.ToTensor(Picture));
        var logits = GraphExecutor.Run(network.Graph, network.Parameters, input, [network.Graph.Output])[network.Graph.Output];
        Logits = PictureTensors.ToFloatArray(logits[0]);
        _all = Describe(network.Info, Logits.Values, PictureTensors.ToFloatArray(logits[0].softmax(dim: 0)).Values);
        Input = input.DetachFromDisposeScope(); // last, so that nothing is kept if the network fails
    }

    public Network Network { get; }

    /// <summary>The picture the network sees, before preprocessing.</summary>
    public Picture Picture { get; }

    /// <summary>The preprocessed input, [1, 3, side, side].</summary>
    public Tensor Input { get; }

    /// <summary>[classes]</summary>
    public FloatArray Logits { get; }

    /// <summary>The classes asked for.</summary>
    /// <param name="top">How many where the picture decides.</param>
    public IReadOnlyList<Prediction> Resolve(ClassTargets targets, int top = 1) =>
        targets.IsTop ? [.. _all.Take(top)] : [.. targets.Indices.Select(index => _all.First(p => p.Class == index))];

    /// <summary>A frame over this picture: the most probable classes, and those asked for, are told with it.</summary>
    public Frame Frame(int step, int total, IReadOnlyList<Prediction> asked) =>
        new(step, total, Picture, new Dictionary<string, double>())
        {
            Predictions = [.. _all.Take(Shown).Union(asked).OrderByDescending(p => p.Logit)],
        };

    /// <summary>The raw results that every map technique gives.</summary>
    public Dictionary<string, FloatArray> Arrays()
    {
        using var scope = NewDisposeScope();
        return new()
        {
            ["logits"] = Logits,
            ["image"] = PictureTensors.ToFloatArray(PictureTensors.ToTensor(Picture)[0]),
        };
    }

    public void Dispose() => Input.Dispose();

    private static List<Prediction> Describe(NetworkInfo info, float[] logits, float[] probabilities) =>
        [.. logits.Select((logit, index) => new Prediction(index, info.Classes[index], logit, probabilities[index]))
            .OrderByDescending(prediction => prediction.Logit)];
}
