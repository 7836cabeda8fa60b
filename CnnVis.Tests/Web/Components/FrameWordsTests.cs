using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class FrameWordsTests : ComponentContext
{
    [Fact]
    public void While_a_run_goes_on_nothing_is_said()
    {
        Runs.Known["run-1"] = FakeRunService.Running("run-1");

        Assert.Equal("", Words());
    }

    [Fact]
    public void At_its_end_a_picture_is_told_by_its_numbers()
    {
        Done(FakeRunService.Running("run-1") with { Step = 3, Total = 3, Kept = [0, 3] }, Grey(3, 151));
        Runs.Frames["run-1@0"] = Grey(0, 100);

        Assert.Equal("DeepDream, small · seed 0, step 3 of 3, Objective 3, changed by 20 % from the start", Words());
    }

    [Fact]
    public void A_picture_of_another_size_than_its_start_is_not_compared_with_it()
    {
        Done(FakeRunService.Running("run-1") with { Step = 3, Total = 3, Kept = [0, 3] }, Grey(3, 151));
        Runs.Frames["run-1@0"] = Grey(0, 100) with { Picture = new Picture(1, 1, new byte[3]) };

        Assert.Equal("DeepDream, small · seed 0, step 3 of 3, Objective 3", Words());
    }

    [Fact]
    public void Who_looks_back_reads_of_that_step_and_hears_nothing()
    {
        Runs.Known["run-1"] = FakeRunService.Running("run-1");
        var words = Render(step: 2);

        Assert.Equal("DeepDream, small · seed 0, step 2 of 40, Objective 2", words.TextContent);
        Assert.Equal("off", words.GetAttribute("aria-live"));
        Assert.Equal("polite", Render().GetAttribute("aria-live"));
    }

    [Fact]
    public void Of_maps_it_says_where_they_are_strong_and_what_the_network_says()
    {
        var run = FakeRunService.Running("run-1", new RunSpec("grad-cam", "small", "cat", new GradCamOptions()));
        Done(
            run with { Predictions = [new(0, "cat", 4, 0.834), new(1, "dog", 1, 0.1)] },
            Grey(1, 0) with { Maps = [new("cat", new FloatArray([3, 3], [1, 0, 0, 0, 0, 0, 0, 0, 0])), new("dog", new FloatArray([1, 1], [0]))] });

        Assert.Equal(
            "Heat map: cat, strongest in the upper left, at least half as strong over 11 % of the picture. "
                + "Heat map: dog, nothing in it is above zero. Most probable class: cat, 0.83",
            Words());
    }

    [Fact]
    public void A_run_that_is_gone_is_not_told()
    {
        Done(FakeRunService.Running("run-1") with { Kept = [0, 3] }, Grey(3, 151)); // its first frame is missing

        Assert.Equal("", Words());
    }

    private void Done(RunDescription run, Frame newest) =>
        (Runs.Known["run-1"], Runs.Frame) = (run with { State = RunState.Completed }, newest);

    private static Frame Grey(int step, byte value) =>
        new(step, 3, new Picture(2, 2, [.. Enumerable.Repeat(value, 12)]), new Dictionary<string, double>());

    private string Words() => Render().TextContent;

    private AngleSharp.Dom.IElement Render(int? step = null) =>
        Render<FrameWords>(ps => ps.Add(w => w.RunId, "run-1").Add(w => w.Step, step)).Find("[data-testid=stage-words]");
}
