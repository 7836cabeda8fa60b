using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques;

public sealed class NeuronTechniqueTests : IDisposable
{
    private static readonly NeuronOptions Still = new() { Steps = 12, Size = 16, Jitter = 0, Scale = 0, Rotate = 0 };
    private readonly Network _network = TinyNetwork.Create();
    private readonly NeuronTechnique _technique = new();

    public void Dispose() => _network.Dispose();

    public static IEnumerable<TheoryDataRow<NeuronObjective, ParameterizationKind, StartKind>> Combinations =>
        from objective in Enum.GetValues<NeuronObjective>()
        from parameterization in Enum.GetValues<ParameterizationKind>()
        from start in Enum.GetValues<StartKind>()
        select new TheoryDataRow<NeuronObjective, ParameterizationKind, StartKind>(objective, parameterization, start);

    [Theory]
    [MemberData(nameof(Combinations))]
    public void The_objective_rises_for_every_objective_parameterization_and_start(
        NeuronObjective objective, ParameterizationKind parameterization, StartKind start)
    {
        var frames = Run(Still with { Objective = objective, Parameterization = parameterization, Start = start, Target = 2 });

        Assert.True(frames[^1].Scalars["objective"] > frames[1].Scalars["objective"]);
    }

    [Fact]
    public void The_objective_rises_through_random_shifts_zooms_and_turns()
    {
        var frames = Run(new NeuronOptions { Steps = 40, Size = 24, Jitter = 3 });
        var objective = frames.Skip(1).Select(frame => frame.Scalars["objective"]).ToList();

        Assert.True(objective[^5..].Average() > objective[..5].Average());
    }

    [Fact]
    public void Frame_k_of_a_long_run_is_the_last_frame_of_a_run_of_k_steps()
    {
        var longer = Run(new NeuronOptions { Steps = 9, Size = 16 });
        var shorter = Run(new NeuronOptions { Steps = 4, Size = 16 });

        Assert.Equal(shorter[^1].Picture.Rgb, longer[4].Picture.Rgb);
    }

    [Fact]
    public void Zero_steps_from_a_picture_return_the_picture()
    {
        var options = Still with { Steps = 0, Start = StartKind.Picture, Parameterization = ParameterizationKind.Pixels };
        var start = Assert.Single(Run(options)).Picture;
        var expected = PictureResizer.Square(Pictures.Soft(), 16);

        Assert.All(start.Rgb.Zip(expected.Rgb), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void Total_variation_makes_the_picture_smoother_and_L2_paler()
    {
        var free = Run(Still with { Parameterization = ParameterizationKind.Pixels })[^1].Picture;
        var smooth = Run(Still with { Parameterization = ParameterizationKind.Pixels, TotalVariation = 100 })[^1].Picture;
        var pale = Run(Still with { Parameterization = ParameterizationKind.Pixels, L2 = 1000 })[^1].Picture;

        Assert.True(Roughness(smooth) < Roughness(free));
        Assert.True(Contrast(pale) < Contrast(free));
    }

    [Fact]
    public void Unknown_layers_channels_classes_places_and_sizes_are_refused()
    {
        Refused<UnknownThingException>(new() { Layer = "nowhere" });
        Refused<UnknownThingException>(new() { Channel = 6 });
        Refused<UnknownThingException>(new() { Objective = NeuronObjective.Class, Target = 5 });
        Refused<InvalidOptionsException>(new() { Objective = NeuronObjective.Neuron, X = 8 });
        Refused<InvalidOptionsException>(new() { Steps = 2001 });
        Refused<InvalidOptionsException>(new() { Rate = double.NaN });
        Refused<InvalidOptionsException>(new() { Objective = (NeuronObjective)9 });
    }

    private void Refused<T>(NeuronOptions options) where T : CnnVisException =>
        Assert.Throws<T>(() => _technique.Complete(options, _network.Info));

    private List<Frame> Run(NeuronOptions options)
    {
        var completed = _technique.Complete(options, _network.Info);
        return [.. _technique.Run(new TechniqueInput(_network, Pictures.Soft(), completed, 1))];
    }

    private static double Roughness(Picture picture) =>
        picture.Rgb.Skip(3).Zip(picture.Rgb, (a, b) => Math.Abs(a - b)).Average();

    private static double Contrast(Picture picture) => picture.Rgb.Average(value => Math.Abs(value - 127.5));
}
