using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Lab;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

public sealed class KeyFramesTests
{
    private static readonly RunSpec Spec = new("neuron", "builtin", null, new NeuronOptions());

    [Theory]
    [InlineData(1, 2)]
    [InlineData(64, 65)]
    [InlineData(65, 33)]
    [InlineData(2048, 65)]
    public void Kept_frames_are_evenly_spread_and_no_more_than_a_timeline_shows(int total, int kept) =>
        Assert.Equal(kept, Enumerable.Range(0, total + 1).Count(step => KeyFrames.Keeps(Spec, FrameOf(step, total))));

    [Fact]
    public void Of_maps_fewer_are_kept()
    {
        var map = new HeatMap("map", new FloatArray([1, 1], [1]));

        Assert.Equal(17, Enumerable.Range(0, 401).Count(step => KeyFrames.Keeps(Spec, FrameOf(step, 400) with { Maps = [map] })));
    }

    [Fact]
    public void Of_a_training_the_ends_of_epochs_are_kept()
    {
        var lab = Spec with { Options = new GapLabOptions() };
        var frame = FrameOf(0, 10);

        Assert.False(KeyFrames.Keeps(lab, frame));
        Assert.True(KeyFrames.Keeps(lab, frame with { Trained = new TrainedNetwork(new GapLabOptions(), 0, new Dictionary<string, FloatArray>()) }));
    }

    private static Frame FrameOf(int step, int total) => new(step, total, Pictures.Soft(2, 2), new Dictionary<string, double>());
}
