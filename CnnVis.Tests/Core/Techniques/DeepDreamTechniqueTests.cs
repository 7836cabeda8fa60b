using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques;

public sealed class DeepDreamTechniqueTests : IDisposable
{
    private static readonly DeepDreamOptions Plain = new() { Octaves = 1, Jitter = 0, Steps = 8 };
    private readonly Network _network = TinyNetwork.Create();
    private readonly DeepDreamTechnique _technique = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Zero_steps_return_the_picture()
    {
        var frames = Dream(new DeepDreamOptions { Steps = 0 });

        Assert.Equal(Pictures.Soft().Rgb, Assert.Single(frames).Picture.Rgb);
    }

    [Fact]
    public void The_objective_rises()
    {
        var objective = Dream(Plain).Skip(1).Select(frame => frame.Scalars["objective"]).ToList();

        Assert.Equal(objective.Order(), objective);
        Assert.True(objective[^1] > 1.2 * objective[0]);
    }

    [Fact]
    public void One_octave_without_jitter_is_plain_gradient_ascent()
    {
        using var scope = NewDisposeScope();
        var image = PictureTensors.ToTensor(Pictures.Soft());
        for (var step = 0; step < Plain.Steps; step++)
        {
            var leaf = image.detach().requires_grad_();
            var value = _network.Activations(leaf, ["relu2"])["relu2"].square().mean();
            var gradient = autograd.grad([value], [leaf])[0];
            image = (leaf.detach() + (Plain.Rate * gradient / gradient.abs().mean())).clamp(0, 1);
        }

        var dreamt = Dream(Plain)[^1].Arrays["image"].Values;

        Assert.True(tensor(dreamt).view(image.shape).allclose(image, atol: 1e-5));
    }

    [Fact]
    public void The_mean_change_of_one_step_is_the_rate()
    {
        var picture = Pictures.Soft();
        var frames = Dream(Plain with { Steps = 1, Rate = 0.001 }, picture);
        var change = frames[1].Arrays["image"].Values.Zip(ToPlanes(picture), (after, before) => Math.Abs(after - before)).Average();

        Assert.Equal(0.001, change, 5e-6);
    }

    [Fact]
    public void Octaves_grow_to_the_full_size_and_keep_the_picture_recognisable()
    {
        var frames = Dream(new DeepDreamOptions { Octaves = 3, OctaveScale = 1.1, Steps = 2, Jitter = 3, Rate = 0.001 });

        Assert.Equal([48, 40, 40, 44, 44, 48, 48], frames.Select(frame => frame.Picture.Width));
        var difference = frames[^1].Picture.Rgb.Zip(frames[0].Picture.Rgb, (a, b) => Math.Abs(a - b)).Average();
        Assert.InRange(difference, 0.01, 2);
    }

    [Fact]
    public void Detail_is_carried_from_octave_to_octave()
    {
        var options = new DeepDreamOptions { Octaves = 2, OctaveScale = 1.2, Steps = 6, Jitter = 0, Rate = 0.02 };
        var both = Dream(options).First(frame => frame.Step == 7).Scalars["objective"];
        var fresh = Dream(options with { Octaves = 1 }).First(frame => frame.Step == 1).Scalars["objective"];

        Assert.True(both > 1.1 * fresh, "the second octave must start from what the first one dreamt");
    }

    [Fact]
    public void Layers_share_the_dream_by_their_weights()
    {
        var one = Dream(Plain with { Layers = [new("relu1", 2)] })[1].Scalars["objective"];
        var other = Dream(Plain with { Layers = [new("relu2", 3)] })[1].Scalars["objective"];
        var both = Dream(Plain with { Layers = [new("relu1", 2), new("relu2", 3)] })[1].Scalars["objective"];

        Assert.Equal(one + other, both, 1e-3 * both);
    }

    [Fact]
    public void One_channel_can_dream_alone()
    {
        using var scope = NewDisposeScope();
        var map = _network.Activations(PictureTensors.ToTensor(Pictures.Soft()), ["relu2"])["relu2"];

        foreach (var channel in new[] { 0, 3 })
        {
            var expected = map[0, channel].square().mean().ToDouble();
            Assert.Equal(expected, Dream(Plain with { Channel = channel })[1].Scalars["objective"], 1e-5 * (1 + expected));
        }
    }

    [Fact]
    public void A_larger_picture_is_shrunk_to_the_size_and_a_smaller_one_left()
    {
        var shrunk = Dream(Plain with { Steps = 0, Size = 36 }, Pictures.Soft(72, 64));
        var left = Dream(Plain with { Steps = 0, Size = 512 }, Pictures.Soft(72, 64));

        Assert.Equal((36, 32), (shrunk[0].Picture.Width, shrunk[0].Picture.Height));
        Assert.Equal((72, 64), (left[0].Picture.Width, left[0].Picture.Height));
    }

    [Fact]
    public void A_picture_too_small_to_dream_on_is_refused_in_one_sentence()
    {
        var error = Assert.Throws<InvalidPictureException>(() => Dream(Plain, Pictures.Soft(200, 31)));

        Assert.Contains("200 x 31", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_completed_by_the_network()
    {
        var completed = (DeepDreamOptions)_technique.Complete(new DeepDreamOptions(), _network.Info);

        Assert.Equal([new LayerWeight("relu2")], completed.Layers);
    }

    [Fact]
    public void Unknown_layers_channels_and_ranges_are_refused()
    {
        Refused<UnknownThingException>(new() { Layers = [new("nowhere")] });
        Refused<UnknownThingException>(new() { Channel = 6 });
        Refused<InvalidOptionsException>(new() { Layers = [null!] });
        Refused<InvalidOptionsException>(new() { Layers = [new("relu1", 0), new("relu2", 0)] });
        Refused<InvalidOptionsException>(new() { Octaves = 0 });
        Refused<InvalidOptionsException>(new() { OctaveScale = double.NaN });
        Refused<InvalidOptionsException>(new() { Size = 2049, Tile = 512 });
        Refused<InvalidOptionsException>(new() { Layers = [new("relu1", double.PositiveInfinity)] });
        Refused<InvalidOptionsException>(new() { Layers = [.. Enumerable.Repeat(new LayerWeight("relu1"), 9)] });
    }

    [Fact]
    public void Options_are_equal_by_value() =>
        Assert.Equal(new DeepDreamOptions { Layers = [new("a")], Tile = 64 }, new DeepDreamOptions { Layers = [new("a")], Tile = 64 });

    private void Refused<T>(DeepDreamOptions options) where T : CnnVisException =>
        Assert.Throws<T>(() => _technique.Complete(options, _network.Info));

    private List<Frame> Dream(DeepDreamOptions options, Picture? picture = null)
    {
        var completed = _technique.Complete(options, _network.Info);
        return [.. _technique.Run(new TechniqueInput(_network, picture ?? Pictures.Soft(), completed, 1))];
    }

    private static float[] ToPlanes(Picture picture)
    {
        using var tensor = PictureTensors.ToTensor(picture);
        return tensor.data<float>().ToArray();
    }
}
