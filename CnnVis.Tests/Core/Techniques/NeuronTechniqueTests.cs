using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
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
    public void A_channel_that_is_silent_at_the_start_wakes_up()
    {
        using (TorchSharp.torch.no_grad())
        {
            _network.Parameters["conv1.bias"].fill_(-1.5);
        }

        var frames = Run(Still with { Layer = "relu1", Channel = 1, Steps = 60, Rate = 0.1 });

        Assert.Equal(0, frames[1].Scalars["objective"]);
        Assert.True(frames[^1].Scalars["objective"] > 0);
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
    public void Several_terms_add_up_by_their_weights_and_take_the_single_one_s_place()
    {
        NeuronTerm first = new() { Objective = NeuronObjective.Class, Target = 2, Weight = 0.5 };
        NeuronTerm second = new() { Layer = "relu1", Channel = 1, Weight = -2 };

        double FirstObjective(NeuronOptions options) => Run(options with { Steps = 1 })[1].Scalars["objective"];

        var alone = FirstObjective(Still with { Objective = NeuronObjective.Class, Target = 2 });
        var other = FirstObjective(Still with { Layer = "relu1", Channel = 1 });
        Assert.Equal((0.5 * alone) - (2 * other), FirstObjective(Still with { Terms = [first, second] }), 1e-6);
        Assert.Equal(alone, FirstObjective(Still with { Terms = [first with { Weight = 1 }], Channel = 3 }), 1e-6);
    }

    [Theory]
    [InlineData(StartKind.Noise)]
    [InlineData(StartKind.Picture)]
    public void A_batch_is_shown_as_a_sheet_and_diversity_makes_its_pictures_differ(StartKind start)
    {
        var options = Still with { Batch = 3, Start = start, Steps = 40, Layer = "relu2", Channel = 2 };

        var alike = Run(options)[^1];
        var various = Run(options with { Diversity = 10 })[^1];

        Assert.Equal((33, 33), (alike.Picture.Width, alike.Picture.Height)); // two by two, with a path of 1
        Assert.Equal([3, 33, 33], alike.Arrays["image"].Shape);
        Assert.Equal([3, 3, 16, 16], alike.Arrays["images"].Shape);
        Assert.True(Likeness(various) < 0.7 * Likeness(alike), $"{Likeness(various)} must be less than {Likeness(alike)}");
    }

    [Fact]
    public void Without_redirection_a_silent_channel_stays_silent()
    {
        using (TorchSharp.torch.no_grad())
        {
            _network.Parameters["conv1.bias"].fill_(-1.5);
        }

        var frames = Run(Still with { Layer = "relu1", Channel = 1, Steps = 60, Rate = 0.1, Redirect = false });

        Assert.All(frames.Skip(1), frame => Assert.Equal(0, frame.Scalars["objective"]));
    }

    [Fact]
    public void L1_makes_the_picture_paler_blur_smoother_and_correlated_colours_give_another_one()
    {
        var pixels = Still with { Parameterization = ParameterizationKind.Pixels, Steps = 30 };
        var free = Run(pixels)[^1].Picture;

        Assert.True(Contrast(Run(pixels with { L1 = 100 })[^1].Picture) < Contrast(free));
        Assert.True(Roughness(Run(pixels with { Blur = 1000 })[^1].Picture) < Roughness(free));
        Assert.NotEqual(free.Rgb, Run(pixels with { Decorrelate = false })[^1].Picture.Rgb);
    }

    [Fact]
    public void Terms_batches_and_their_ranges_are_checked()
    {
        Refused<UnknownThingException>(new() { Terms = [new() { Layer = "nowhere" }] });
        Refused<UnknownThingException>(new() { Terms = [new(), new() { Channel = 6 }] });
        Refused<UnknownThingException>(new() { Terms = [new() { Objective = NeuronObjective.Class, Target = -1 }] });
        Refused<InvalidOptionsException>(new() { Terms = [null!] });
        Refused<InvalidOptionsException>(new() { Terms = [new() { Weight = double.NaN }] });
        Refused<InvalidOptionsException>(new() { Terms = [new() { Weight = 0 }] });
        Refused<InvalidOptionsException>(new() { Terms = [new() { Objective = (NeuronObjective)7 }] });
        Refused<InvalidOptionsException>(new() { Terms = [new() { Objective = NeuronObjective.Neuron, X = -1 }] });
        Refused<InvalidOptionsException>(new() { Terms = [.. Enumerable.Repeat(new NeuronTerm(), 9)] });
        Refused<InvalidOptionsException>(new() { Batch = 10 });
        Refused<InvalidOptionsException>(new() { Batch = 9, Size = 512 });
        Refused<InvalidOptionsException>(new() { Diversity = 1 });
        Refused<InvalidOptionsException>(new() { Blur = -1 });
    }

    [Fact]
    public void Options_are_equal_by_value_and_a_term_s_layer_is_completed()
    {
        NeuronOptions one = new() { Terms = [new() { Channel = 3 }] }, same = new() { Terms = [new() { Channel = 3 }] };

        Assert.Equal(one, same);
        Assert.NotEqual(one, same with { Blur = 1 });
        Assert.Equal("both", ((NeuronOptions)_technique.Complete(one, _network.Info)).Terms[0].Layer);
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

    // 2 for three pictures that the layer cannot tell apart.
    private double Likeness(Frame frame)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var images = TorchSharp.torch.tensor(frame.Arrays["images"].Values).view(3, 3, 16, 16);
        return Objectives.Likeness("relu2").Evaluate(new(_network.Activations(images, ["relu2"]), images)).item<float>();
    }
}
