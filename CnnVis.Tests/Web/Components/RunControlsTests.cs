using Bunit;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class RunControlsTests : ComponentContext
{
    [Theory]
    [InlineData(null, "run")]
    [InlineData(RunState.Queued, "pause stop")]
    [InlineData(RunState.Running, "pause stop")]
    [InlineData(RunState.Paused, "resume step stop")]
    [InlineData(RunState.Completed, "run")]
    [InlineData(RunState.Cancelled, "run")]
    [InlineData(RunState.Failed, "run")]
    [InlineData(RunState.Interrupted, "run")]
    public void In_each_state_only_what_makes_sense_can_be_pressed(RunState? state, string enabled)
    {
        var controls = Render<RunControls>(with => with.Add(c => c.State, state));

        Assert.Equal(enabled, Enabled(controls));
    }

    [Fact]
    public void Without_a_picture_nothing_can_be_run()
    {
        var controls = Render<RunControls>(with => with.Add(c => c.CanRun, false));

        Assert.Equal("", Enabled(controls));
    }

    [Fact]
    public async Task Each_button_does_what_it_says()
    {
        var done = new List<string>();
        var controls = Render<RunControls>(with => with
            .Add(c => c.State, RunState.Paused)
            .Add(c => c.OnResume, () => done.Add("resume"))
            .Add(c => c.OnStep, () => done.Add("step"))
            .Add(c => c.OnStop, () => done.Add("stop")));

        foreach (var button in new[] { "resume", "step", "stop" })
        {
            await controls.Find($"[data-testid={button}]").ClickAsync();
        }

        Assert.Equal(["resume", "step", "stop"], done);
    }

    private static string Enabled(IRenderedComponent<RunControls> controls) =>
        string.Join(' ', controls.FindAll("button:not([disabled])").Select(button => button.GetAttribute("data-testid")));
}
