using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>
/// A network small enough to be worked out by hand: two 3 x 3 filters of ones with biases -50 and -75 over a 4 x 4
/// input of the numbers 0 to 15, then one linear layer. relu1 is [[0, 4], [31, 40]] and [[0, 0], [6, 15]]; class 0 is 54.
/// </summary>
internal sealed class OneConvolutionNetwork : IDisposable
{
    public OneConvolutionNetwork()
    {
        var graph = new NetworkGraph(
        [
            new("conv1", new Convolution(1, 2, 3), ["input"]),
            new("relu1", new Relu(), ["conv1"]),
            new("flat", new Flattening(), ["relu1"]),
            new("fc1", new Linear(8, 4), ["flat"]),
            new("relu2", new Relu(), ["fc1"]),
        ]);
        var info = new NetworkInfo("one", "One convolution", "For tests.", 4, graph, "relu1", "relu1", 4, ["a", "b", "c", "d"]);
        var row = new float[] { 1, 1, 1, 1, 1, -1, -1, -1 };
        Network = new Network(info, new Preprocessing(1, [0, 0, 0], [1, 1, 1]), new TensorSet(new Dictionary<string, Tensor>
        {
            ["conv1.weight"] = ones(2, 1, 3, 3),
            ["conv1.bias"] = tensor(new float[] { -50, -75 }),
            ["fc1.weight"] = tensor((float[])[.. row, .. row, .. row, .. row], [4, 8]),
            ["fc1.bias"] = zeros(4),
        }));
        Input = arange(16, dtype: ScalarType.Float32).view(1, 1, 4, 4);
    }

    public Network Network { get; }

    /// <summary>[1, 1, 4, 4]</summary>
    public Tensor Input { get; }

    public void Dispose()
    {
        Network.Dispose();
        Input.Dispose();
    }
}
