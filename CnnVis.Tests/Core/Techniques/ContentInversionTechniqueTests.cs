using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques;

public sealed class ContentInversionTechniqueTests : IDisposable
{
    private static readonly ContentOptions Plain = new() { Layer = "relu1", Steps = 60, Size = 24, TotalVariation = 0, AlphaNorm = 0 };
    private readonly Network _network = TinyNetwork.Create();
    private readonly ContentInversionTechnique _technique = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void The_picture_itself_has_no_error_and_no_distance()
    {
        var start = Assert.Single(Run(Plain with { Start = StartKind.Picture, Steps = 0 }));

        Assert.InRange(start.Scalars["error"], 0, 1e-3); // colours come back from their sigmoid to within rounding
        Assert.InRange(start.Scalars["distance"], 0, 1e-3);
        Assert.True(start.Scalars["blank"] > 0.1);
    }

    [Theory]
    [InlineData(ParameterizationKind.Fourier, StartKind.Noise)]
    [InlineData(ParameterizationKind.Fourier, StartKind.Grey)]
    [InlineData(ParameterizationKind.Pixels, StartKind.Noise)]
    [InlineData(ParameterizationKind.Pixels, StartKind.Grey)]
    public void The_error_falls_below_that_of_the_start_and_of_grey(ParameterizationKind parameterization, StartKind start)
    {
        var frames = Run(Plain with { Layer = "conv1", Parameterization = parameterization, Start = start });
        var (first, last) = (frames[1].Scalars, frames[^1].Scalars);

        Assert.True(last["error"] < 0.5 * first["error"]);
        Assert.True(last["error"] < 0.5 * last["blank"]);
        Assert.True(last["distance"] < frames[0].Scalars["distance"]);
    }

    [Fact]
    public void Without_regularizers_the_objective_is_minus_the_squared_error()
    {
        foreach (var frame in Run(Plain with { Steps = 5 })[1..^1])
        {
            Assert.Equal(-Math.Pow(frame.Scalars["error"], 2), frame.Scalars["objective"], 1e-6);
        }
    }

    [Fact]
    public void The_distance_is_the_root_mean_square_of_the_pixels_differences()
    {
        var last = Run(Plain with { Steps = 3 })[^1];
        var original = PictureResizer.Square(Pictures.Soft(), 24);
        using var planes = PictureTensors.ToTensor(original);
        var expected = Math.Sqrt(last.Arrays["image"].Values.Zip(PictureTensors.ToFloatArray(planes).Values, (a, b) => (a - b) * (a - b)).Average());

        Assert.Equal(expected, last.Scalars["distance"], 1e-5);
    }

    [Fact]
    public void Frame_k_of_a_long_run_is_the_last_frame_of_a_run_of_k_steps()
    {
        var longer = Run(Plain with { Steps = 9 });
        var shorter = Run(Plain with { Steps = 4 });

        Assert.Equal(shorter[^1].Picture.Rgb, longer[4].Picture.Rgb);
    }

    [Fact]
    public void Several_layers_stand_side_by_side_after_the_original_each_as_it_would_be_alone()
    {
        var layers = new[] { "relu1", "both" };
        var together = Run(Plain with { Layer = null, Layers = layers, Steps = 4 })[^1];
        var alone = layers.Select(layer => Run(Plain with { Layer = layer, Steps = 4 })[^1]).ToList();

        Assert.Equal((49, 49), (together.Picture.Width, together.Picture.Height)); // two by two, with a path of 1
        Assert.Equal(Row(PictureResizer.Square(Pictures.Soft(), 24), 0), Row(together.Picture, 0)[..72]);
        Assert.Equal([2, 3, 24, 24], together.Arrays["images"].Shape);
        Assert.Equal(alone.SelectMany(frame => frame.Arrays["image"].Values), together.Arrays["images"].Values);
        Assert.Equal(alone.Select(frame => frame.Scalars["error"]), layers.Select(layer => together.Scalars[$"error.{layer}"]));
        Assert.Equal(alone.Average(frame => frame.Scalars["error"]), together.Scalars["error"], 1e-9);
    }

    [Fact]
    public void Another_picture_to_start_from_is_shown_first_and_the_own_one_stays_the_aim()
    {
        var (start, other) = (Plain with { Start = StartKind.Picture, StartPicture = "other", Steps = 30 }, Pictures.Soft(30, 90));
        var input = new TechniqueInput(_network, Pictures.Soft(), Complete(start), 1) { Pictures = new Dictionary<string, Picture> { ["other"] = other } };

        var frames = _technique.Run(input).ToList();

        Assert.Equal(["other"], _technique.PictureIds(start));
        Assert.Empty(_technique.PictureIds(start with { Start = StartKind.Noise }));
        var expected = PictureResizer.Square(other, 24).Rgb;
        Assert.InRange(frames[0].Picture.Rgb.Zip(expected, (a, b) => Math.Abs(a - b)).Max(), 0, 1);
        Assert.True(frames[^1].Scalars["error"] < frames[1].Scalars["error"]);
        Assert.Throws<UnknownThingException>(() => _technique.Run(input with { Pictures = new Dictionary<string, Picture>() }).ToList());
    }

    // Qualitatively Mahendran and Vedaldi's figure 6: the deeper, the less the same activations tell of the pixels.
    [Fact]
    public void A_deeper_layer_has_forgotten_more_of_the_pixels_at_no_larger_error()
    {
        using var catalog = new NetworkCatalog(Shared.Models());
        var network = catalog.Load("squeezenet1_1");
        var photo = PictureDecoder.Decode(File.ReadAllBytes(Shared.Photo("chelsea_cat.png")));
        var options = (ContentOptions)_technique.Complete(
            new ContentOptions { Layers = ["features.2", "features.7", "features.12"], Steps = 100, Size = 128 }, network.Info);

        var last = _technique.Run(new TechniqueInput(network, photo, options, 1)).Last().Scalars;

        Assert.True(last["distance.features.2"] < 0.8 * last["distance.features.7"]);
        Assert.True(last["distance.features.7"] < last["distance.features.12"]);
        Assert.All(options.Layers, layer => Assert.True(last[$"error.{layer}"] < 0.5 * last[$"blank.{layer}"]));
    }

    [Fact]
    public void What_is_left_out_follows_the_network_and_the_layer_s_depth()
    {
        var early = Complete(new() { Layer = "relu1" });
        var late = Complete(new() { Layers = ["both"] });

        Assert.Equal((96, "both"), (Complete(new()).Size, Complete(new()).Layer));
        Assert.Equal(("both", 0), (late.Layer, late.Layers.Count));
        Assert.True(early.TotalVariation < late.TotalVariation);
        Assert.Equal(1, Complete(new() { Layer = "right" }).TotalVariation); // half of the way from 0.1 to 10
    }

    [Fact]
    public void Unknown_layers_repeated_ones_ranges_and_sizes_are_refused()
    {
        Refused<UnknownThingException>(new() { Layer = "nowhere" });
        Refused<UnknownThingException>(new() { Layers = ["relu1", "nowhere"] });
        Refused<InvalidOptionsException>(new() { Layers = [null!] });
        Refused<InvalidOptionsException>(new() { Layers = ["relu1", "relu1"] });
        Refused<InvalidOptionsException>(new() { Layers = ["conv1", "relu1", "pool1", "norm1", "left", "right", "both"] });
        Refused<InvalidOptionsException>(new() { TotalVariation = double.NaN });
        Refused<InvalidOptionsException>(new() { Beta = 0.5 });
        Refused<InvalidOptionsException>(new() { Size = 513 });
    }

    [Fact]
    public void Options_are_equal_by_value() =>
        Assert.Equal(new ContentOptions { Layers = ["a", "b"], Beta = 1.5 }, new ContentOptions { Layers = ["a", "b"], Beta = 1.5 });

    private void Refused<T>(ContentOptions options) where T : CnnVisException => Assert.Throws<T>(() => Complete(options));

    private ContentOptions Complete(ContentOptions options) => (ContentOptions)_technique.Complete(options, _network.Info);

    private List<Frame> Run(ContentOptions options) =>
        [.. _technique.Run(new TechniqueInput(_network, Pictures.Soft(), Complete(options), 1))];

    private static byte[] Row(Picture picture, int y) => picture.Rgb[(3 * y * picture.Width)..(3 * (y + 1) * picture.Width)];
}
