using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using TorchSharp;

namespace CnnVis.Tests.Web.Sharing.PyTorch;

/// <summary>The application with SqueezeNet 1.1 as torchvision saves it, some larger networks, and labels that mean harm.</summary>
public sealed class PyTorchFixture : IAsyncDisposable
{
    /// <summary>A class name that ends comments, docstrings and texts, if it is let.</summary>
    public const string Harm = "cat\"\"\"'''\n\r\u2028\\\nimport os; os._exit(7) #";

    /// <summary>Networks whose weights come from a formula, as no real ones are at hand; each is peculiar in torchvision.</summary>
    public static IReadOnlyList<string> MadeUp { get; } = ["mobilenet_v2", "googlenet", "densenet121", "resnet18"];

    private readonly Application _plain = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pytorch");
    private readonly Lazy<WebApplicationFactory<Program>> _application;

    public PyTorchFixture() => _application = new(Start);

    /// <summary>The application; the test is skipped where the weights are absent.</summary>
    public WebApplicationFactory<Program> Application => _application.Value;

    /// <summary>The weights file that it uses for a network.</summary>
    public string Weights(string network) => network switch
    {
        "builtin" => NetworkCatalog.BuiltInWeights,
        "squeezenet1_1" => Path.Combine(_folder.FullName, "squeezenet1_1.pth"),
        _ => Path.Combine(_folder.FullName, $"{network}.safetensors"),
    };

    /// <summary>An empty folder for the files of a test.</summary>
    public string NewFolder() => _folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    /// <summary>Computes a run here.</summary>
    /// <param name="spec">The spec without its picture.</param>
    public async Task<ComputedRun> ComputeAsync(string spec)
    {
        var runs = Application.Services.GetRequiredService<IRunService>();
        var node = System.Text.Json.Nodes.JsonNode.Parse(spec)!.AsObject();
        node["image"] = await AddAsync("squeezenet1_1.chelsea.png");
        var id = runs.Start(RunSpecJson.Read(node.ToJsonString()));
        await runs.WatchAsync(id, TestContext.Current.CancellationToken).LastAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RunState.Completed, runs.Describe(id).State);
        return new ComputedRun(id, runs.Newest(id)!.Arrays);
    }

    /// <summary>Uploads a picture whose numbers other libraries know.</summary>
    public async Task<string> AddAsync(string golden) => await Application.Services.GetRequiredService<IPictureStore>()
        .AddAsync(await File.ReadAllBytesAsync(Shared.Golden(golden)), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_application.IsValueCreated)
        {
            await _application.Value.DisposeAsync();
        }

        await _plain.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private WebApplicationFactory<Program> Start()
    {
        File.Copy(Shared.Model("squeezenet1_1.zip.pth"), Weights("squeezenet1_1"));
        foreach (var network in MadeUp)
        {
            using var scope = torch.NewDisposeScope();
            var shapes = NetworkCatalog.Architectures.Single(architecture => architecture.Id == network).Graph.ParameterShapes;
            var weights = FormulaTensors.For(shapes).ToDictionary(entry => entry.Key, entry => entry.Value.to(torch.ScalarType.Float32));
            SafetensorsWriter.Write(Weights(network), weights);
        }

        var labels = Enumerable.Range(0, 1000).Select(i => $"{i} {Harm}");
        File.WriteAllText(Path.Combine(_folder.FullName, "imagenet_labels.json"), JsonSerializer.Serialize(labels));
        return _plain.WithWebHostBuilder(builder => builder.UseSetting("CnnVis:ModelsDirectory", _folder.FullName));
    }
}

/// <summary>A run that was computed here, with its raw results.</summary>
public sealed record ComputedRun(string Id, IReadOnlyDictionary<string, FloatArray> Arrays);
