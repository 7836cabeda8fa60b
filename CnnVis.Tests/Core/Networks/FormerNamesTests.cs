using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

/// <summary>densenet121-a639ec97.pth and its like call norm1 norm.1, and hold no counters of batches.</summary>
public sealed class FormerNamesTests : IDisposable
{
    private const string Former = "features.denseblock2.denselayer12.norm.1.weight";
    private const string Current = "features.denseblock2.denselayer12.norm1.weight";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_of_former_names_is_read_and_each_tensor_is_where_it_belongs()
    {
        var weights = Weights();
        Write(weights.ToDictionary(entry => FormerName(entry.Key), entry => entry.Value));
        using var catalog = new NetworkCatalog(_folder.FullName);

        var network = catalog.Load("densenet121");

        Assert.NotEqual(Current, FormerName(Current));
        Assert.Equal(weights.Keys.Order(), network.Parameters.Keys.Order());
        Assert.All(weights, entry => Assert.True(Numbers.Same(entry.Value, network.Parameters[entry.Key])));
    }

    [Fact]
    public void A_tensor_under_both_names_is_refused_by_name()
    {
        var weights = Weights();
        Write(weights.Append(new(Former, weights[Current])).ToDictionary());
        using var catalog = new NetworkCatalog(_folder.FullName);

        var error = Assert.Throws<InvalidWeightsException>(() => catalog.Load("densenet121"));

        Assert.EndsWith($"unexpected \"{Former}\".", error.Message, StringComparison.Ordinal);
    }

    // Each tensor differs from every other of its shape.
    private static Dictionary<string, Tensor> Weights() => DenseNet.DenseNet121.Graph.ParameterShapes
        .Select((entry, index) => KeyValuePair.Create(entry.Key, full(entry.Value, index, ScalarType.Float32)))
        .ToDictionary();

    private static string FormerName(string name) => !name.Contains("denselayer", StringComparison.Ordinal)
        ? name
        : name
            .Replace("norm1.", "norm.1.", StringComparison.Ordinal)
            .Replace("norm2.", "norm.2.", StringComparison.Ordinal)
            .Replace("conv1.", "conv.1.", StringComparison.Ordinal)
            .Replace("conv2.", "conv.2.", StringComparison.Ordinal);

    private void Write(Dictionary<string, Tensor> tensors) =>
        SafetensorsWriter.Write(Path.Combine(_folder.FullName, "densenet121.safetensors"), tensors);
}
