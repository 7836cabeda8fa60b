using System.Text.Json;
using CnnVis.Core.Networks;
using CnnVis.Tests.Support;
using CnnVis.Web.Sharing.PyTorch;

namespace CnnVis.Tests.Web.Sharing.PyTorch;

public sealed class PyTorchNetworkTests
{
    /// <summary>Every network that scripts know, without weights: each of our layers is found, and has our shape.</summary>
    [Fact]
    public void Every_layer_is_one_of_torchvision()
    {
        var folder = Directory.CreateTempSubdirectory("pytorch");
        try
        {
            var networks = NetworkCatalog.Architectures.Where(architecture => PyTorchNetwork.Find(architecture.Id) is not null).ToList();
            Assert.Equal(12, networks.Count);
            var scripts = networks.Select(network => Write(folder.FullName, network.Describe(ClassLabels.Numbered))).ToList();

            // Weights are neither made up nor read: of the largest networks that would take seconds.
            var (code, printed, complaint) = Python.Run("-c", $$"""
                import runpy, torch
                from torch import nn
                nn.Linear.reset_parameters = nn.Conv2d.reset_parameters = lambda self: None
                nn.init.kaiming_normal_ = nn.init.normal_ = nn.init.constant_ = lambda values, *more, **others: values
                nn.Module.load_state_dict = lambda self, weights: None
                for script in {{JsonSerializer.Serialize(scripts)}}:
                    it = runpy.run_path(script)
                    with torch.no_grad():
                        seen = it["reading"](it["build"]({}).eval(), list(it["SHAPES"]))(torch.zeros(1, 3, it["SIDE"], it["SIDE"]))
                    for layer, shape in it["SHAPES"].items():
                        assert list(seen[layer].shape[1:]) == shape, (it["NETWORK"], layer, seen[layer].shape, shape)
                        print(layer)
                """);

            Assert.True(code == 0, complaint);
            Assert.Equal(networks.Sum(network => network.Graph.Nodes.Count), printed.Count(c => c == '\n'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(string folder, NetworkInfo network)
    {
        var file = Path.Combine(folder, $"{network.Id}.py");
        var shapes = network.Layers.ToDictionary(layer => PyTorchNetwork.LayerName(network.Id, layer.Id), layer => layer.Shape);
        File.WriteAllText(file, PythonScript.Of(
            [],
            [new("NETWORK", network.Id), new("SIDE", network.InputSize), new("SHAPES", shapes)],
            [PyTorchNetwork.Find(network.Id)!.Part, "layers"]));
        return file;
    }
}
