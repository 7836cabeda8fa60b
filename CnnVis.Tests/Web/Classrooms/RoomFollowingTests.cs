using CnnVis.Core;
using CnnVis.Tests.Support;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>What those who are in a room hear of it.</summary>
public sealed class RoomFollowingTests
{
    private const string Teacher = RoomFixture.Teacher;

    [Fact]
    public async Task Everybody_hears_of_what_happens_and_of_who_is_there()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        await using var teacher = fixture.Rooms.FollowAsync(code, Teacher, CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, teacher);
        Assert.Empty(teacher.Current.Here);

        await using var ada = fixture.Rooms.FollowAsync(code, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, ada);
        Assert.True(ada.Current.TeacherIsHere);
        await Next(fixture, teacher);
        Assert.Equal([ada.Current.Me!.Id], teacher.Current.Here);

        fixture.Rooms.Do(code, new FreezeWall(true), Teacher);
        await Next(fixture, ada);
        Assert.True(ada.Current.Frozen);
    }

    [Fact]
    public async Task Who_joins_is_no_news_to_a_student()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        await using var ada = fixture.Rooms.FollowAsync(code, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, ada);

        fixture.Rooms.Join(code, "Bob", "Bob");

        var next = ada.MoveNextAsync();
        for (var i = 0; i < 20; i++)
        {
            fixture.Time.Advance(RoomService.FollowPace);
            await Task.Yield();
        }

        Assert.False(next.IsCompleted);
        fixture.Rooms.Close(code, Teacher);
        Assert.False(await next);
    }

    [Fact]
    public async Task A_teacher_who_vanishes_is_missed_and_the_room_goes_on()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        var teacher = fixture.Rooms.FollowAsync(code, Teacher, CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, teacher);
        await using var ada = fixture.Rooms.FollowAsync(code, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, ada);

        await teacher.DisposeAsync();

        await Next(fixture, ada);
        Assert.False(ada.Current.TeacherIsHere);
        fixture.Rooms.Do(code, fixture.Post("run"), "Ada");
        await Next(fixture, ada);
        Assert.Single(ada.Current.Wall);
    }

    [Fact]
    public async Task When_the_room_is_closed_everybody_hears_the_end_and_nothing_is_kept()
    {
        using var folder = new DataFolder();
        await using var fixture = new RoomFixture(folder.Path);
        var code = fixture.Open("Ada");
        fixture.Store.Tidy();
        await using var ada = fixture.Rooms.FollowAsync(code, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, ada);

        fixture.Rooms.Close(code, Teacher);
        fixture.Store.Tidy();

        Assert.False(await Move(fixture, ada));
        await using var later = new RoomFixture(folder.Path);
        Assert.Null(later.Rooms.RoomOf("Ada"));
    }

    [Fact]
    public async Task A_teacher_comes_first_as_long_as_there_is_a_class()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada", "Bob", Teacher);
        Assert.False(fixture.First.Has(Teacher)); // nobody's page is open

        var pages = new[] { "Ada", "Bob" }.Select(name => fixture.Rooms.FollowAsync(code, name, CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken)).ToList();
        foreach (var page in pages)
        {
            await Next(fixture, page);
        }

        Assert.True(fixture.First.Has(Teacher));
        Assert.False(fixture.First.Has("Ada"));
        await pages[0].DisposeAsync();
        Assert.False(fixture.First.Has(Teacher));
        await pages[1].DisposeAsync();
    }

    [Fact]
    public async Task Who_is_in_two_rooms_is_in_the_one_that_was_entered_last()
    {
        await using var fixture = new RoomFixture();
        var (first, second) = (fixture.Open("Ada"), fixture.Open("Ada"));
        await using var page = fixture.Rooms.FollowAsync(first, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        await Next(fixture, page);

        Assert.Equal(first, fixture.Rooms.RoomOf("Ada"));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_pointer_stays_in_the_picture_whatever_was_sent()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        await using var ada = fixture.Rooms.PointerAsync(code, "Ada", CancellationToken.None).GetAsyncEnumerator(Xunit.TestContext.Current.CancellationToken);
        var next = ada.MoveNextAsync();

        fixture.Rooms.Point(code, new PointerPlace(-3, double.NaN, 7), Teacher);

        Assert.True(await next);
        Assert.Equal(new PointerPlace(0, 0, 1), ada.Current);
    }

    // News comes ten times a second at most: the clock is moved until it is there.
    private static async Task Next(RoomFixture fixture, IAsyncEnumerator<RoomView> follower) => Assert.True(await Move(fixture, follower));

    private static async Task<bool> Move(RoomFixture fixture, IAsyncEnumerator<RoomView> follower)
    {
        var next = follower.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            fixture.Time.Advance(RoomService.FollowPace);
            await Task.Yield();
        }

        return await next;
    }
}
