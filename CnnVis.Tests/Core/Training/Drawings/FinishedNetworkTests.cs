using System.Text.Json;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Training;
using CnnVis.Core.Training.Drawings;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Drawings;

public sealed class FinishedNetworkTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_finished_network_is_small_and_tells_its_labels_preprocessing_log_and_credits()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        FinishedNetwork.Write(_path, WeightInitialization.For(DrawingNet.Trained, random), "250,4.2,30");

        var metadata = Metadata(_path);

        Assert.InRange(new FileInfo(_path).Length, 1_000_000, 3_000_000);
        Assert.Equal("dog", JsonSerializer.Deserialize<string[]>(metadata["labels.en"])![0]);
        Assert.Equal("Hund", JsonSerializer.Deserialize<string[]>(metadata["labels.de"])![0]);
        Assert.Equal("250,4.2,30", metadata["log"]);
        Assert.Contains("96", metadata["preprocessing"], StringComparison.Ordinal);
        Assert.Equal(9, metadata["credits"].Split('\n').Length);
        Assert.DoesNotContain("CC-BY-SA", metadata["credits"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_written_is_read_back_and_answers_as_the_trained_network_does()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var random = new Generator(1);
        var trained = WeightInitialization.For(DrawingNet.Trained, random);
        FinishedNetwork.Write(_path, trained, "");
        var pictures = rand(2, 3, 96, 96, generator: random);

        using var network = FinishedNetwork.Read(_path);
        var before = GraphExecutor.Run(DrawingNet.Trained, trained, Preprocessing.Halves.Normalize(pictures), ["logits"])["logits"].softmax(1);
        var after = network.Activations(pictures, ["logits"])["logits"].softmax(1);

        Assert.InRange((before - after).abs().max().ToDouble(), 0, 1e-3); // half precision
    }

    [Fact]
    public void The_shipped_network_is_at_most_three_megabytes_has_a_centred_head_and_its_whole_log()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "networks", "builtin.safetensors");
        using var catalog = new NetworkCatalog();
        using var scope = NewDisposeScope();
        var weights = catalog.Load("builtin").Parameters["classes.weight"];

        Assert.InRange(new FileInfo(path).Length, 1_000_000, 3_000_000);
        Assert.InRange(weights.mean([0]).abs().max().ToDouble(), 0, 1e-3); // as exactly as half precision allows
        Assert.Contains($"{TrainingPlan.Shipped.Steps},", Metadata(path)["log"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Metadata(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var header = JsonDocument.Parse(bytes.AsMemory(8, (int)BitConverter.ToInt64(bytes)));
        return header.RootElement.GetProperty("__metadata__").Deserialize<Dictionary<string, string>>()!;
    }
}
