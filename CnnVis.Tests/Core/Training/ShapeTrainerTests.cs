using CnnVis.Core.Networks;
using CnnVis.Core.Training;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training;

public class ShapeTrainerTests
{
    [Fact]
    public void The_shipped_network_knows_nearly_all_of_a_thousand_new_drawings()
    {
        using var catalog = new NetworkCatalog();
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var drawings = new ShapeDataset(1000, seed: 99);
        var network = catalog.Load("builtin");

        var logits = network.Activations(drawings.Images, ["logits"])["logits"];

        Assert.InRange(logits.argmax(1).eq(drawings.Labels).to(ScalarType.Float32).mean().ToDouble(), 0.95, 1);
    }

    [Fact]
    public void Training_lowers_the_loss()
    {
        using var drawings = new ShapeDataset(320, seed: 1);
        using var trainer = new ShapeTrainer(seed: 1);

        var losses = trainer.Train(drawings, drawings, epochs: 3).Select(report => report.Loss).ToList();

        Assert.Equal(losses.OrderDescending(), losses);
    }

    [Fact]
    public void The_same_seed_trains_the_same_weights()
    {
        using var drawings = new ShapeDataset(128, seed: 1);

        Assert.Equal(Weights(), Weights());

        float[] Weights()
        {
            using var trainer = new ShapeTrainer(seed: 3);
            _ = trainer.Train(drawings, drawings, epochs: 2).Last();
            return trainer.Parameters["classes.weight"].data<float>().ToArray();
        }
    }

    [Fact]
    public void Nothing_is_left_alive_by_a_training() => Assert.Equal(0, TensorLeaks.Count(() =>
    {
        using var drawings = new ShapeDataset(64, seed: 1);
        using var trainer = new ShapeTrainer(seed: 1);
        _ = trainer.Train(drawings, drawings, epochs: 2).Last();
    }));

    [Fact]
    public void The_same_seed_draws_the_same_pictures_and_classes_take_turns()
    {
        using var scope = NewDisposeScope();
        using var first = new ShapeDataset(20, seed: 4);
        using var second = new ShapeDataset(20, seed: 4);

        Assert.True(Numbers.Same(first.Images, second.Images));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)(i % 10)), first.Labels.data<long>().ToArray());
        Assert.InRange(first.Images.min().ToDouble(), 0, 1);
        Assert.InRange(first.Images.max().ToDouble(), 0, 1);
    }
}
