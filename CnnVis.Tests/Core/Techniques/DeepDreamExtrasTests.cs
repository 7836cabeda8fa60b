using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>Guide, tiles and zoom.</summary>
public sealed class DeepDreamExtrasTests : IDisposable
{
    private static readonly DeepDreamOptions Plain = new() { Octaves = 1, Jitter = 0, Steps = 6 };
    private readonly Network _network = TinyNetwork.Create();
    private readonly DeepDreamTechnique _technique = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_picture_within_one_tile_is_dreamt_bit_for_bit_as_without_tiles()
    {
        var options = Plain with { Jitter = 7, Octaves = 2 };

        Assert.Equal(Last(options).Arrays["image"].Values, Last(options with { Tile = 64 }).Arrays["image"].Values);
    }

    [Fact]
    public void A_picture_of_many_tiles_is_dreamt_much_like_one_without_and_needs_no_more_steps()
    {
        var picture = Pictures.Soft(200, 170);
        var options = Plain with { Layers = [new("relu1")] }; // no pooling yet, whose grid would shift with the cuts
        var whole = Last(options, picture);
        var tiled = Last(options with { Tile = 64 }, picture);

        var change = Distance(whole.Picture, picture);
        Assert.InRange(Distance(whole.Picture, tiled.Picture), 1e-6, 0.35 * change); // only places near a cut see less
        Assert.Equal(whole.Scalars["objective"], tiled.Scalars["objective"], 0.1 * whole.Scalars["objective"]);
        Assert.Equal(tiled.Picture.Rgb, Last(options with { Tile = 64 }, picture).Picture.Rgb);
    }

    [Fact]
    public void The_guide_s_own_picture_gives_the_objective_of_its_best_matches()
    {
        using var scope = NewDisposeScope();
        var dreamt = _network.Activations(PictureTensors.ToTensor(Pictures.Soft()), ["relu2"])["relu2"].flatten(start_dim: 2)[0];
        var guide = _network.Activations(PictureTensors.ToTensor(Guide), ["relu2"])["relu2"].flatten(start_dim: 2)[0];
        var expected = dreamt.t().matmul(guide).amax([1]).mean() / 6; // by places and channels

        var objective = Frames(Plain with { Guide = "guide", Steps = 1 })[1].Scalars["objective"];

        Assert.Equal(expected.item<float>(), objective, 1e-5 * Math.Abs(objective));
    }

    [Fact]
    public void A_guide_leads_the_dream_elsewhere_and_the_match_grows()
    {
        var guided = Frames(Plain with { Guide = "guide" });

        Assert.True(guided[^1].Scalars["objective"] > guided[1].Scalars["objective"]);
        Assert.NotEqual(Last(Plain).Picture.Rgb, guided[^1].Picture.Rgb);
        Assert.Equal(["guide"], _technique.PictureIds(new DeepDreamOptions { Guide = "guide" }));
        Assert.Empty(_technique.PictureIds(new DeepDreamOptions()));
    }

    [Fact]
    public void The_endless_zoom_goes_on_at_full_size_and_counts_its_steps()
    {
        var frames = Frames(Plain with { Steps = 2, Octaves = 2, OctaveScale = 1.2, Zoom = 3, ZoomSteps = 2, ZoomFactor = 1.1 });

        Assert.Equal(Enumerable.Range(0, (2 * 2) + (3 * 2) + 1), frames.Select(frame => frame.Step));
        Assert.All(frames[4..], frame => Assert.Equal((48, 40), (frame.Picture.Width, frame.Picture.Height)));
        Assert.Equal(frames[4].Picture.Rgb, Last(Plain with { Steps = 2, Octaves = 2, OctaveScale = 1.2 }).Picture.Rgb);
    }

    [Fact]
    public void A_zoom_enlarges_about_the_middle()
    {
        // A white square of 10 on black; by 1.5 it becomes one of 15, in the same middle.
        var rgb = new byte[3 * 40 * 40];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)(i / 3 % 40 is >= 15 and < 25 && i / 3 / 40 is >= 15 and < 25 ? 255 : 0);
        }

        var zoomed = Last(Plain with { Steps = 0, Zoom = 1, ZoomFactor = 1.5, ZoomSteps = 1, Rate = 0.0001 }, new Picture(40, 40, rgb)).Picture;

        Assert.Equal(15 * 15 * 255, zoomed.Rgb.Where((_, i) => i % 3 == 0).Sum(value => (double)value), 0.03 * 15 * 15 * 255);
        Assert.InRange(zoomed.Rgb[3 * ((20 * 40) + 20)], 250, 255);
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Refused<InvalidOptionsException>(new() { Size = 1025 });
        Refused<InvalidOptionsException>(new() { Tile = 40 });
        Refused<InvalidOptionsException>(new() { Tile = 1025 });
        Refused<InvalidOptionsException>(new() { Guide = "guide", Channel = 1 });
        Refused<InvalidOptionsException>(new() { Zoom = -1 });
        Refused<InvalidOptionsException>(new() { ZoomFactor = double.NaN });
        Assert.NotNull(_technique.Complete(new DeepDreamOptions { Size = 2048, Tile = 512 }, _network.Info));

        Assert.Throws<UnknownThingException>(() => Frames(Plain with { Guide = "nobody" }));
        Assert.Throws<InvalidPictureException>(() => Frames(Plain with { Guide = "narrow" }));
    }

    private static Picture Guide => Pictures.Soft(48, 33);

    private void Refused<T>(DeepDreamOptions options) where T : CnnVisException =>
        Assert.Throws<T>(() => _technique.Complete(options, _network.Info));

    private Frame Last(DeepDreamOptions options, Picture? picture = null) => Frames(options, picture)[^1];

    private List<Frame> Frames(DeepDreamOptions options, Picture? picture = null)
    {
        var input = new TechniqueInput(_network, picture ?? Pictures.Soft(), _technique.Complete(options, _network.Info), 1)
        {
            Pictures = new Dictionary<string, Picture> { ["guide"] = Guide, ["narrow"] = Pictures.Soft(64, 9) },
        };
        return [.. _technique.Run(input)];
    }

    private static double Distance(Picture a, Picture b) => a.Rgb.Zip(b.Rgb, (x, y) => Math.Abs(x - y)).Average();
}
