using CnnVis.Core.Training.Drawings;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Drawings;

public sealed class DrawingTrainerTests : IDisposable
{
    private static readonly TrainingPlan Plan = new([new(2, [16], 0), new(2, [16], 0.5, Radius: 0.5, PairShare: 0.5)], BatchSize: 2);
    private readonly string _checkpoint = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bin");
    private readonly SpriteAtlas _atlas = TestDrawings.Squares(200);
    private readonly Backgrounds _grounds = new(6, seed: 1);

    public void Dispose()
    {
        File.Delete(_checkpoint);
        _atlas.Dispose();
        _grounds.Dispose();
    }

    [Fact]
    public void A_training_that_was_stopped_and_continued_equals_one_that_never_stopped()
    {
        using var uninterrupted = new DrawingTrainer(Plan);
        using var stopped = new DrawingTrainer(Plan);
        using var continued = new DrawingTrainer(Plan);

        Train(uninterrupted, 4);
        Train(stopped, 3);
        stopped.Save(_checkpoint);
        continued.Load(_checkpoint);
        Train(continued, 1);

        Assert.Equal(4, continued.Step);
        Assert.All(uninterrupted.Parameters, entry => Assert.True(entry.Value.equal(continued.Parameters[entry.Key]).all().ToBoolean(), entry.Key));
        Assert.Contains(stopped.Parameters, entry => !entry.Value.equal(continued.Parameters[entry.Key]).all().ToBoolean());
    }

    [Fact]
    public void The_same_scenes_again_and_again_are_learnt()
    {
        using var trainer = new DrawingTrainer(new TrainingPlan([new(40, [16], 0)], BatchSize: 4));
        using var scope = NewDisposeScope();
        var scenes = trainer.Scenes(Maker, 0);
        var losses = Enumerable.Range(0, 40).Select(_ => trainer.Train(scenes)).ToList();

        Assert.InRange(losses[0], 4, 6); // about ln 122
        Assert.True(losses[^1] < losses[0] / 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void A_checkpoint_cut_off_is_refused_with_a_sentence(int length)
    {
        using var trainer = new DrawingTrainer(Plan);
        trainer.Save(_checkpoint);
        File.WriteAllBytes(_checkpoint, File.ReadAllBytes(_checkpoint)[..length]);

        var problem = Assert.Throws<DrawingsException>(() => trainer.Load(_checkpoint));

        Assert.Contains("damaged", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_leaves_no_half_written_file_beside_the_checkpoint()
    {
        using var trainer = new DrawingTrainer(Plan);
        trainer.Save(_checkpoint);
        trainer.Save(_checkpoint);

        Assert.Equal([_checkpoint], Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_checkpoint) + "*"));
    }

    private SceneMaker Maker => new(_atlas, _grounds);

    private void Train(DrawingTrainer trainer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            trainer.Train(trainer.Scenes(Maker, trainer.Step));
        }
    }
}
