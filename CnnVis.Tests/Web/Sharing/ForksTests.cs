using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Web.Sharing;

namespace CnnVis.Tests.Web.Sharing;

public sealed class ForksTests
{
    [Fact]
    public void A_dream_and_a_neuron_go_on_with_the_frame_as_their_picture() => Assert.Multiple(
        () => Assert.Equal("frame", Fork(new DeepDreamOptions { Octaves = 2 }).Image),
        () => Assert.Equal("frame", Fork(new NeuronOptions()).Image),
        () => Assert.Equal(new NeuronOptions { Channel = 3, Start = StartKind.Picture }, Fork(new NeuronOptions { Channel = 3 }).Options));

    [Fact]
    public void An_inversion_still_tells_of_its_own_picture_and_only_starts_from_the_frame()
    {
        var fork = Fork(new ContentOptions { Layer = "relu2" });

        Assert.Equal("picture", fork.Image);
        Assert.Equal(new ContentOptions { Layer = "relu2", Start = StartKind.Picture, StartPicture = "frame" }, fork.Options);
    }

    [Fact]
    public void Options_are_those_of_the_frame_that_was_chosen()
    {
        var spec = Spec(new DeepDreamOptions { Rate = 0.01 }) with { Changes = [new(5, new Dictionary<string, double> { ["rate"] = 0.1 })] };

        Assert.Equal((0.01, 0.1), (RateOf(Forks.Of(spec, "frame", step: 5)), RateOf(Forks.Of(spec, "frame", step: 6))));
        Assert.Empty(Forks.Of(spec, "frame", step: 6)!.Changes);
    }

    [Fact]
    public void Maps_and_sheets_of_several_pictures_are_no_start() => Assert.All<TechniqueOptions>(
        [new SaliencyOptions(), new NeuronOptions { Batch = 4 }, new ContentOptions { Layers = ["relu1", "relu2"] }],
        options => Assert.False(Forks.Can(Spec(options))));

    private static double RateOf(RunSpec? spec) => ((DeepDreamOptions)spec!.Options).Rate;

    private static RunSpec Fork(TechniqueOptions options) => Forks.Of(Spec(options), "frame")!;

    private static RunSpec Spec(TechniqueOptions options) => new("technique", "builtin", "picture", options);
}
