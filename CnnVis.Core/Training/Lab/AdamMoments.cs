using CnnVis.Core.Imaging;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>What Adam remembers (Kingma and Ba 2014, arXiv 1412.6980, algorithm 1). Owns its tensors: dispose it.</summary>
/// <param name="count">The number of parameters.</param>
/// <param name="epsilon">Keeps the step finite where gradients vanish.</param>
internal sealed class AdamMoments(long count, double epsilon) : IDisposable
{
    private const double Beta1 = 0.9, Beta2 = 0.999;

    /// <summary>The mean of the gradients, [count].</summary>
    public Tensor Mean { get; } = zeros(count).DetachFromDisposeScope();

    /// <summary>The mean of their squares, [count].</summary>
    public Tensor Square { get; } = zeros(count).DetachFromDisposeScope();

    /// <summary>Steps done.</summary>
    public int Steps { get; set; }

    /// <summary>Changes the values in place, downhill. Called without gradient recording, in a dispose scope.</summary>
    public void Apply(Tensor values, Tensor gradient, double rate)
    {
        Steps++;
        Mean.lerp_(gradient, 1 - Beta1);
        Square.mul_(Beta2).addcmul_(gradient, gradient, 1 - Beta2);
        var size = (Square / (1 - Math.Pow(Beta2, Steps))).sqrt_().add_(epsilon);
        values.addcdiv_(Mean, size, -rate / (1 - Math.Pow(Beta1, Steps)));
    }

    /// <summary>All of it, by name: what <see cref="Recall"/> takes.</summary>
    public IReadOnlyDictionary<string, FloatArray> Remember() => new Dictionary<string, FloatArray>
    {
        ["mean"] = PictureTensors.ToFloatArray(Mean),
        ["square"] = PictureTensors.ToFloatArray(Square),
        ["steps"] = new([1], [Steps]),
    };

    /// <summary>Takes up what another one for as many parameters remembered.</summary>
    public void Recall(IReadOnlyDictionary<string, FloatArray> memory)
    {
        PictureTensors.Fill(Mean, memory["mean"]);
        PictureTensors.Fill(Square, memory["square"]);
        Steps = (int)memory["steps"].Values[0];
    }

    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}
