using System.Text.RegularExpressions;
using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Tests.Support;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>What a visitor of the map pages can count on.</summary>
public sealed class MapTechniqueTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();

    public void Dispose() => _network.Dispose();

    public static IEnumerable<TheoryDataRow<TechniqueOptions>> Options =>
    [
        .. Enum.GetValues<SaliencyMethod>().Select(method => new TheoryDataRow<TechniqueOptions>(new SaliencyOptions { Method = method, Samples = 4, Steps = 4 })),
        .. Enum.GetValues<CamMethod>().Select(method => new TheoryDataRow<TechniqueOptions>(new GradCamOptions { Method = method })),
        new(new GradCamOptions { Guided = true }),
        new(new GradCamOptions { Layer = GradCamOptions.Sweep }),
        new(new GapOptions()),
    ];

    [Theory]
    [MemberData(nameof(Options))]
    public void The_picture_comes_first_and_then_its_maps(TechniqueOptions options)
    {
        var frames = Frames(options).ToList();

        Assert.Empty(frames[0].Maps);
        Assert.All(frames.Skip(1), frame => Assert.NotEmpty(frame.Maps));
        Assert.All(frames, frame => Assert.Equal(frames[0].Picture.Rgb, frame.Picture.Rgb));
        Assert.All(frames[^1].Maps, map => Assert.Equal(map.Values.Shape[0] * map.Values.Shape[1], map.Values.Values.Length));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Every_frame_tells_the_most_probable_classes(TechniqueOptions options) => Assert.All(Frames(options), frame =>
    {
        Assert.Equal(frame.Predictions.OrderByDescending(p => p.Probability), frame.Predictions);
        Assert.Equal(1, frame.Predictions.Sum(p => p.Probability), 1e-5); // all five of the tiny network's
    });

    [Theory]
    [MemberData(nameof(Options))]
    public void The_last_frame_carries_the_raw_results(TechniqueOptions options)
    {
        var arrays = Frames(options).Last().Arrays;

        Assert.Equal([TinyNetwork.Classes], arrays["logits"].Shape);
        Assert.Equal([3L, 16, 16], arrays["image"].Shape);
        Assert.Contains(arrays.Keys, key => key is "attribution" or "heatmap" or "class-maps");
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Nothing_is_left_behind_at_the_end_or_half_way(TechniqueOptions options)
    {
        for (var steps = 0; steps < 4; steps++)
        {
            Assert.Equal(0, TensorLeaks.Count(() => _ = Frames(options).Take(steps).Count()));
        }

        Assert.Equal(0, TensorLeaks.Count(() => _ = Frames(options).Last()));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Repeats_are_equal_in_every_bit(TechniqueOptions options) => Assert.Equal(
        Frames(options).Select(frame => frame.Maps.Select(map => map.Values.Values)),
        Frames(options).Select(frame => frame.Maps.Select(map => map.Values.Values)));

    [Fact]
    public void Map_k_of_many_samples_is_the_last_of_k_samples()
    {
        var many = Frames(new SaliencyOptions { Method = SaliencyMethod.SmoothGrad, Samples = 9 }).ElementAt(4);
        var few = Frames(new SaliencyOptions { Method = SaliencyMethod.SmoothGrad, Samples = 4 }).Last();

        Assert.Equal(few.Maps[0].Values.Values, many.Maps[0].Values.Values);
    }

    [Fact]
    public void Maps_of_several_classes_come_in_the_order_they_were_asked_for()
    {
        var gap = Frames(new GapOptions { Target = new ClassTargets(3, 0, 2) }).Last();
        var cam = Frames(new GradCamOptions { Target = new ClassTargets(3, 0, 2) }).Last();

        Assert.Equal(["d", "a", "c"], gap.Maps.Select(map => map.Title));
        Assert.Equal(["d", "a", "c"], cam.Maps.Select(map => map.Title));
        Assert.Equal([3L, 8, 8], gap.Arrays["class-maps"].Shape);
        Assert.Equal([3L, 8, 8], cam.Arrays["heatmaps"].Shape);
        Assert.Equal(cam.Arrays["heatmap"].Values, cam.Arrays["heatmaps"].Values[..64]);
    }

    [Fact]
    public void A_sweep_shows_one_layer_of_each_size_and_auto_the_last_of_them()
    {
        var sweep = Frames(new GradCamOptions { Layer = GradCamOptions.Sweep }).Last();

        Assert.Equal(["relu1", "relu2"], sweep.Maps.Select(map => map.Title));
        Assert.Equal("relu2", ((GradCamOptions)new GradCamTechnique().Complete(new GradCamOptions(), _network.Info)).Layer);
        Assert.Equal([16L, 16], sweep.Arrays["heatmap.relu1"].Shape);
    }

    [Fact]
    public void A_logit_is_the_mean_of_its_map_and_the_bias_and_says_so()
    {
        var last = Frames(new GapOptions { Target = new ClassTargets(1) }).Last();
        var map = last.Maps[0];

        var told = Regex.Match(map.Note!, @"^logit (-?\d+\.\d\d) = mean of the map (-?\d+\.\d\d) ([+−] )bias (\d+\.\d\d)$");
        Assert.True(told.Success);
        var bias = Number(4) * (told.Groups[3].Value[0] == '+' ? 1 : -1);
        Assert.Equal(last.Arrays["logits"].Values[1], Number(1), 0.006);
        Assert.Equal(map.Values.Values.Average(), Number(2), 0.006);
        Assert.Equal(_network.Parameters["logits.bias"][1].item<float>(), bias, 0.006);
        Assert.Equal(Number(1), Number(2) + bias, 0.021);

        double Number(int group) => double.Parse(told.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_map_of_nothing_says_so_and_is_all_zero()
    {
        using (no_grad())
        {
            _network.Parameters["left.weight"].zero_();
            _network.Parameters["left.bias"].fill_(-1);
            _network.Parameters["right.weight"].zero_();
            _network.Parameters["right.bias"].fill_(-1);
        }

        var map = Frames(new GradCamOptions { Target = new ClassTargets(1) }).Last().Maps[0];
        var saliency = Frames(new SaliencyOptions { Target = new ClassTargets(1) }).Last().Maps[0];

        Assert.Equal("Nothing in this layer speaks for this class.", map.Note);
        Assert.All(map.Values.Values, value => Assert.Equal(0, value));
        Assert.StartsWith("Nothing to see", saliency.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_network_cannot_do_is_refused_with_what_would_work()
    {
        using var one = new OneConvolutionNetwork();

        var gap = Assert.Throws<UnsuitableNetworkException>(() => new GapTechnique().Complete(new GapOptions(), one.Network.Info));
        var cam = Assert.Throws<UnsuitableNetworkException>(() => new GradCamTechnique().Complete(new GradCamOptions { Layer = "flat" }, _network.Info));

        Assert.Contains("Grad-CAM works on it", gap.Message, StringComparison.Ordinal);
        Assert.Contains("such as relu2", cam.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_classes_layers_and_impossible_patches_are_refused()
    {
        Refused<UnknownThingException>(new SaliencyOptions { Target = new ClassTargets(5) });
        Refused<UnknownThingException>(new SaliencyOptions { Layer = "nowhere" });
        Refused<InvalidOptionsException>(new SaliencyOptions { Target = new ClassTargets(1, 2) });
        Refused<InvalidOptionsException>(new SaliencyOptions { Method = SaliencyMethod.Occlusion, Window = 17 });
        Refused<InvalidOptionsException>(new SaliencyOptions { Method = SaliencyMethod.Occlusion, Window = 4, Stride = 5 });
        Refused<UnknownThingException>(new GradCamOptions { Layer = "nowhere" });
        Refused<InvalidOptionsException>(new GradCamOptions { Layer = GradCamOptions.Sweep, Target = new ClassTargets(1, 2) });
        Refused<InvalidOptionsException>(new GapOptions { Target = new ClassTargets(1, 1) });
        Refused<InvalidOptionsException>(new GapOptions { Count = 13 });
    }

    private void Refused<T>(TechniqueOptions options)
        where T : CnnVisException => Assert.Throws<T>(() => Technique(options).Complete(options, _network.Info));

    private IEnumerable<Frame> Frames(TechniqueOptions options)
    {
        var technique = Technique(options);
        return technique.Run(new TechniqueInput(_network, Pictures.Soft(), technique.Complete(options, _network.Info), 1));
    }

    private static ITechnique Technique(TechniqueOptions options) =>
        TechniqueCatalog.All.First(technique => technique.OptionsType == options.GetType());
}
