using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>Reference arrays made with other libraries; see the README beside them.</summary>
internal sealed class Golden(string name) : IDisposable
{
    private readonly TensorSet _arrays = WeightsFile.Read(Shared.Golden(name));

    public Tensor this[string array] => _arrays.Tensors[array];

    public void Dispose() => _arrays.Dispose();
}
