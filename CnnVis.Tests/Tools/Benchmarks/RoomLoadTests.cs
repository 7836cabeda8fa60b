using CnnVis.Benchmarks.Rooms;

namespace CnnVis.Tests.Tools.Benchmarks;

/// <summary>
/// The load that the README's figures come from knows the page from outside, by the messages of its circuit: whatever
/// becomes of the page, its students must still get to see something.
/// </summary>
public sealed class RoomLoadTests
{
    [Fact]
    public async Task Students_without_a_screen_see_their_teachers_dream_and_see_it_again_when_they_come_back()
    {
        await using var room = await Classroom.OpenAsync();
        await using var one = new Student(room.Root, room.Code, 1);
        await using var other = new Student(room.Root, room.Code, 2);

        await Task.WhenAll(one.ComeAsync(), other.ComeAsync());
        var (first, seen) = (one.TakeArrivals(), other.TakeArrivals());
        await one.GoAsync();
        await one.ComeAsync();
        var later = one.TakeArrivals();

        Assert.All([first, seen, later], Assert.NotEmpty);
        Assert.True(later[0].Step >= first[^1].Step, $"After step {first[^1].Step} came {later[0].Step}.");
    }
}
