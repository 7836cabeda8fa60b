using CnnVis.Core;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

public sealed class RoomServiceTests
{
    private const string Teacher = RoomFixture.Teacher;

    [Fact]
    public async Task Who_opens_a_room_teaches_it_and_who_joins_learns_there()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        var (taught, seen) = (fixture.Rooms.See(code, Teacher), fixture.Rooms.See(code, "Ada"));
        Assert.Equal((true, 1), (taught.Teaches, taught.Count));
        Assert.Equal((false, "Ada"), (seen.Teaches, seen.Me?.Nickname));
        Assert.Throws<NotInRoomException>(() => fixture.Rooms.See(code, "somebody else"));
    }

    [Fact]
    public async Task A_wrong_code_and_one_of_a_room_that_is_over_get_the_same_clear_answer()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        Assert.StartsWith("There is no room \"XXXXXX\".", Assert.Throws<UnknownThingException>(() => fixture.Rooms.Join("XXXXXX", "Bob", "Bob")).Message, StringComparison.Ordinal);
        fixture.Time.Advance(TimeSpan.FromHours(12));

        Assert.Contains("the room is over", Assert.Throws<UnknownThingException>(() => fixture.Rooms.Join(code, "Bob", "Bob")).Message, StringComparison.Ordinal);
        Assert.Null(fixture.Rooms.RoomOf("Ada"));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_and_one_may_change_ones_own()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        Assert.Contains("called ada already", Assert.Throws<NicknameTakenException>(() => fixture.Rooms.Join(code, "ada", "Bob")).Message, StringComparison.Ordinal);
        fixture.Rooms.Join(code, "Countess", "Ada");

        Assert.Equal("Countess", Assert.Single(fixture.Rooms.See(code, Teacher).Students).Nickname);
    }

    [Fact]
    public async Task A_student_who_calls_the_teachers_actions_is_refused_each_of_them()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        fixture.Rooms.Do(code, fixture.Post("run"), Teacher);
        var post = fixture.Rooms.See(code, Teacher).Wall[0].Id;
        RoomAct[] acts =
        [
            new ShowScreen(null, "w"), new FollowWindow("w"), new LeaveWindow("w"), new PutInSpotlight(post), new HidePost(post, true), new RemovePost(post), new FreezeWall(true),
            new LockRoom(true), new Readmit(), new Expel("x"), new Dismiss(["x"]), new Teach(null), new Anonymise(true),
        ];

        Assert.All(acts, act => Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Do(code, act, "Ada")));
        Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Point(code, null, "Ada"));
        Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Close(code, "Ada"));
        Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.KeyOf(code, "Ada"));
        Assert.Equal(typeof(TeacherAct).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(TeacherAct))), acts.Length);
    }

    [Fact]
    public async Task Who_was_removed_stays_out_and_the_others_stay_in()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada", "Bob");
        fixture.Rooms.Do(code, fixture.Post("run"), "Ada");

        fixture.Rooms.Do(code, new Expel(fixture.Rooms.See(code, "Ada").Me!.Id), Teacher);

        Assert.Throws<ExpelledException>(() => fixture.Rooms.See(code, "Ada"));
        Assert.Throws<ExpelledException>(() => fixture.Rooms.Join(code, "Eve", "Ada"));
        Assert.Equal("Bob", Assert.Single(fixture.Rooms.See(code, Teacher).Students).Nickname);
        Assert.Empty(fixture.Rooms.See(code, "Bob").Wall);
        Assert.Equal((1, 0), (fixture.Rooms.See(code, Teacher).Removed, fixture.Rooms.See(code, "Bob").Removed));

        fixture.Rooms.Do(code, new Readmit(), Teacher);
        fixture.Rooms.Join(code, "Ada", "Ada"); // it was a slip
    }

    [Fact]
    public async Task A_locked_room_lets_nobody_new_in_but_everybody_back()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        fixture.Rooms.Do(code, new LockRoom(true), Teacher);

        Assert.Contains("locked", Assert.Throws<RoomClosedException>(() => fixture.Rooms.Join(code, "Bob", "Bob")).Message, StringComparison.Ordinal);
        fixture.Rooms.Join(code, "Ada", "Ada");
    }

    [Fact]
    public async Task The_recovery_link_makes_another_browser_the_teachers()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open();

        Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Recover(code, "guess", "laptop"));
        fixture.Rooms.Recover(code, fixture.Rooms.KeyOf(code, Teacher), "laptop");

        Assert.True(fixture.Rooms.See(code, "laptop").Teaches);
        Assert.True(fixture.Rooms.See(code, Teacher).Teaches);
    }

    [Fact]
    public async Task What_there_is_not_cannot_hang_on_the_wall()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        Assert.Throws<UnknownThingException>(() => fixture.Rooms.Do(code, new PostRun("nothing", "DeepDream", ""), "Ada"));
    }

    [Fact]
    public async Task A_run_on_the_wall_goes_on_without_its_page()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        fixture.Rooms.Do(code, fixture.Post("run"), "Ada");

        Assert.Equal(["pin run"], fixture.Runs.Commands);
        fixture.Rooms.Do(code, new FreezeWall(true), Teacher);
        Assert.Throws<InvalidOptionsException>(() => fixture.Rooms.Do(code, fixture.Post("late"), "Ada"));
        Assert.Equal(["pin run"], fixture.Runs.Commands); // what is refused is nobody's to keep
    }

    [Fact]
    public async Task A_student_with_the_recovery_link_who_is_removed_teaches_no_more_and_the_link_is_another_one()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        var key = fixture.Rooms.KeyOf(code, Teacher);
        fixture.Rooms.Recover(code, key, "Ada");

        fixture.Rooms.Do(code, new Expel(fixture.Rooms.See(code, Teacher).Students[0].Id), Teacher);

        Assert.Throws<ExpelledException>(() => fixture.Rooms.See(code, "Ada"));
        Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Recover(code, key, "Ada"));
        Assert.True(fixture.Rooms.See(code, Teacher).Teaches);
    }

    [Fact]
    public async Task A_teacher_who_joined_in_the_same_browser_and_removes_that_student_stays_the_teacher()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open();
        fixture.Rooms.Join(code, "Trial", Teacher);

        fixture.Rooms.Do(code, new Expel(fixture.Rooms.See(code, Teacher).Students[0].Id), Teacher);

        Assert.True(fixture.Rooms.See(code, Teacher).Teaches);
    }

    [Fact]
    public async Task Who_stops_teaching_in_a_browser_comes_back_by_the_recovery_link_only()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open();
        var key = fixture.Rooms.KeyOf(code, Teacher);

        fixture.Rooms.Do(code, new LeaveRoom(), Teacher);

        Assert.Throws<NotInRoomException>(() => fixture.Rooms.See(code, Teacher));
        fixture.Rooms.Recover(code, key, Teacher);
        Assert.True(fixture.Rooms.See(code, Teacher).Teaches);
    }

    [Fact]
    public async Task What_is_hidden_cannot_be_put_in_the_spotlight()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");
        fixture.Rooms.Do(code, fixture.Post("run"), "Ada");
        var post = fixture.Rooms.See(code, Teacher).Wall[0].Id;
        fixture.Rooms.Do(code, new HidePost(post, true), Teacher);

        Assert.Throws<InvalidOptionsException>(() => fixture.Rooms.Do(code, new PutInSpotlight(post), Teacher));

        Assert.Null(fixture.Rooms.See(code, Teacher).Spotlight);
    }
}
