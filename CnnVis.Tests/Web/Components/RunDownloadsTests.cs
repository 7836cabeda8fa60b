using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class RunDownloadsTests : ComponentContext
{
    [Fact]
    public void PyTorch_code_is_offered_where_there_is_some()
    {
        var dream = new RunSpec("deepdream", "builtin", "cat", new DeepDreamOptions());
        var neuron = new RunSpec("neuron", "builtin", null, new NeuronOptions());

        Assert.Equal("api/runs/a/result.py", Code(dream));
        Assert.Null(Code(dream with { Network = "bvlc_googlenet" }));
        Assert.Null(Code(neuron));
    }

    private string? Code(RunSpec spec) => Render<RunDownloads>(with => with
            .Add(c => c.Run, FakeRunService.Running("a", spec) with { State = RunState.Completed }))
        .FindAll("[data-testid=download-pytorch]").SingleOrDefault()?.GetAttribute("href");
}
