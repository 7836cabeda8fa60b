using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>What a teacher runs before the class, in the real application.</summary>
public sealed class TeacherRunsTests(Application application) : IClassFixture<Application>
{
    private static readonly RunSpec Spec = new("neuron", "builtin", null, new NeuronOptions { Steps = 2000, Size = 48 });

    private IRunService Runs => application.Services.GetRequiredService<IRunService>();

    private IRoomService Rooms => application.Services.GetRequiredService<IRoomService>();

    [Fact]
    public async Task A_teacher_before_a_class_has_a_run_of_their_own_which_the_class_then_shares()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var pupils = Runs.Start(Spec, visitor: "Ada");
        Assert.Equal(pupils, Runs.Start(Spec, visitor: "teacher")); // nobody looks on yet

        var code = Rooms.Open("teacher");
        var views = new List<IAsyncEnumerator<RoomView>>();
        foreach (var name in new[] { "Ada", "Bob" })
        {
            Rooms.Join(code, name, name);
            views.Add(Rooms.FollowAsync(code, name, leaving.Token).GetAsyncEnumerator(leaving.Token));
            Assert.True(await views[^1].MoveNextAsync());
        }

        var teachers = Runs.Start(Spec, visitor: "teacher");

        Assert.NotEqual(pupils, teachers);
        Assert.Equal(teachers, Runs.Start(Spec, visitor: "Bob"));
        Assert.Equal(teachers, Runs.Start(Spec, visitor: "teacher"));
        Runs.Pause(teachers, "teacher");
        Assert.Equal(RunState.Paused, Runs.Describe(teachers).State);
        foreach (var view in views)
        {
            await view.DisposeAsync();
        }
    }
}
