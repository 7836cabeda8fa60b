using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Runs;

/// <summary>The shipped samples with known boxes, as the shipped network sees them.</summary>
public sealed class SampleScenesTests(Application application) : IClassFixture<Application>
{
    private IPictureStore Pictures => application.Services.GetRequiredService<IPictureStore>();

    private Network BuiltIn => application.Services.GetRequiredService<NetworkCatalog>().Load("builtin");

    public static TheoryData<string> Scenes =>
        ["Dog and bicycle", "Cat and umbrella", "Penguin and snowman", "Owl and moon", "Bee and sunflower"];

    [Fact]
    public void Every_known_box_lies_in_its_picture_and_is_of_a_class_that_the_built_in_network_knows()
    {
        var files = new SamplePictures(application.Services.GetRequiredService<IWebHostEnvironment>()).Read().Where(file => file.Boxes.Count > 0).ToList();

        Assert.True(files.Count >= Scenes.Count);
        foreach (var (title, _, bytes, boxes) in files)
        {
            var picture = PictureDecoder.Decode(bytes);
            Assert.All(boxes, box =>
            {
                Assert.True(box.Left >= 0 && box.Top >= 0 && box.Width > 0 && box.Height > 0, title);
                Assert.True(box.Left + box.Width <= picture.Width && box.Top + box.Height <= picture.Height, title);
                Assert.Contains(box.Names[0], BuiltIn.Info.Classes!);
            });
        }
    }

    [Fact]
    public async Task No_box_is_known_for_a_picture_that_is_not_there()
    {
        var environment = application.Services.GetRequiredService<IWebHostEnvironment>();
        await using var json = environment.WebRootFileProvider.GetFileInfo("assets/samples/boxes.json").CreateReadStream();

        Assert.All(KnownBoxes.Read(json).Keys, name => Assert.True(environment.WebRootFileProvider.GetFileInfo($"assets/samples/{name}").Exists, name));
    }

    [Theory, MemberData(nameof(Scenes))]
    public void The_network_names_what_is_in_a_scene_before_anything_else(string title)
    {
        var scene = Scene(title);

        var first = Run("gap", scene, new GapOptions { Count = scene.Objects.Count }).Predictions.Take(scene.Objects.Count);

        Assert.Equal(scene.Objects.Select(seen => seen.Names[0]).Order(), first.Select(prediction => prediction.Name).Order());
    }

    [Theory, MemberData(nameof(Scenes))]
    public void Class_maps_and_Grad_CAM_point_at_each_object_and_most_of_their_heat_lies_on_it(string title)
    {
        var scene = Scene(title);
        foreach (var seen in scene.Objects)
        {
            var target = new ClassTargets(BuiltIn.Info.Classes!.ToList().IndexOf(seen.Names[0]));
            Assert.All(
                [Run("gap", scene, new GapOptions { Target = target }), Run("grad-cam", scene, new GradCamOptions { Target = target })],
                frame =>
                {
                    var map = Assert.Single(frame.Maps);
                    var game = PointingGame.Play(map.Values, [seen.Box])!;
                    Assert.True(seen.IsOf(map.Class!) && game is { IsHit: true, EnergyShare: > 0.5 }, $"{title}: {seen.Names[0]} {game}");
                });
        }
    }

    private SamplePicture Scene(string title) => Pictures.Samples.Single(sample => sample.Title == title);

    private Frame Run(string technique, SamplePicture sample, TechniqueOptions options)
    {
        var found = TechniqueCatalog.Find(technique);
        return found.Run(new TechniqueInput(BuiltIn, Pictures.Find(sample.Id), found.Complete(options, BuiltIn.Info), Seed: 0)).Last();
    }
}
