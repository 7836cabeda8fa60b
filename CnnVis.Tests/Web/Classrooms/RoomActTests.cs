using System.Collections.Immutable;
using CnnVis.Core;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>What each act makes of a room: values in, values out.</summary>
public sealed class RoomActTests
{
    private static readonly RoomState Room = new("ACEFGH", "key", DateTimeOffset.MaxValue)
    {
        Teachers = ["t"],
        Students = [new Student("1", "ada", "Ada", 1), new Student("2", "bob", "Bob", 2)],
        Wall = [new WallPost("a", "run-a", "1", "DeepDream", "conv5"), new WallPost("b", "run-b", "2", "Neuron", "conv3")],
    };

    private static readonly Lesson Lesson = new()
    {
        Title = "Trial",
        Steps = [new() { Title = "Look" }, new() { Title = "Count", Question = new NumberQuestion { Text = "How many?", Right = 3, Tolerance = 0.5 } }],
    };

    private static readonly Screen Shown = new("DeepDream", "deepdream?run=1", [new ScreenPicture("1", "conv5")]);

    [Fact]
    public void Of_two_windows_of_the_teacher_the_class_follows_one()
    {
        var room = new ShowScreen(Shown, "first").Apply(Room);
        var other = new ShowScreen(Shown with { Title = "Neuron" }, "second").Apply(room);

        Assert.Equal(("first", "DeepDream"), (other.Window, other.Screen?.Title));
    }

    [Fact]
    public void One_run_can_be_shown_at_two_of_its_steps_and_four_pictures_at_most() => Assert.Equal(
        [(int?)1, 2, 3, 4],
        new ShowScreen(Shown with { Pictures = [.. Enumerable.Range(1, 5).Select(step => new ScreenPicture("1", "conv5", step))] }, "first").Apply(Room).Screen!.Pictures
            .Select(picture => picture.Step));

    [Fact]
    public void Another_window_takes_over_when_it_is_told_to()
    {
        var room = new FollowWindow("second").Apply(new ShowScreen(Shown, "first").Apply(Room));

        Assert.Null(room.Screen);
        Assert.Equal("Neuron", new ShowScreen(Shown with { Title = "Neuron" }, "second").Apply(room).Screen?.Title);
        Assert.Null(new ShowScreen(Shown, "first").Apply(room).Screen);
    }

    [Fact]
    public void What_a_closed_window_showed_stays_until_another_shows_something()
    {
        var room = new LeaveWindow("first").Apply(new ShowScreen(Shown, "first").Apply(Room));

        Assert.Equal(Shown.Title, room.Screen?.Title);
        Assert.Equal(("Neuron", "second"), (new ShowScreen(Shown with { Title = "Neuron" }, "second").Apply(room).Screen?.Title, new ShowScreen(Shown, "second").Apply(room).Window));
        Assert.Equal("second", new LeaveWindow("first").Apply(new FollowWindow("second").Apply(Room)).Window);
    }

    [Fact]
    public void A_teacher_who_shows_nothing_is_not_shown_by_the_next_page() =>
        Assert.Null(new ShowScreen(Shown, "first").Apply(new FollowWindow("").Apply(Room)).Screen);

    [Fact]
    public void A_hidden_post_leaves_the_spotlight_and_only_the_teacher_sees_it()
    {
        var room = new HidePost("a", true).Apply(new PutInSpotlight("a").Apply(Room));

        Assert.Null(room.Spotlight);
        Assert.Equal(["b"], View(room, "ada").Wall.Select(post => post.Id));
        Assert.Equal(["a", "b"], View(room, "t").Wall.Select(post => post.Id));
    }

    [Fact]
    public void A_removed_post_leaves_the_spotlight_too()
    {
        var room = new RemovePost("a").Apply(new PutInSpotlight("a").Apply(Room));

        Assert.Equal((null, 1), (room.Spotlight, room.Wall.Count));
    }

    [Fact]
    public void What_is_not_on_the_wall_cannot_be_lit() => Assert.Throws<UnknownThingException>(() => new PutInSpotlight("c").Apply(Room));

    [Fact]
    public void A_frozen_wall_takes_nothing_but_the_teachers_own()
    {
        var room = new FreezeWall(true).Apply(Room);

        Assert.Contains("frozen", Assert.Throws<InvalidOptionsException>(() => new PostRun("c", "x", "y").Apply(room, "ada")).Message, StringComparison.Ordinal);
        Assert.Equal(3, new PostRun("c", "x", "y").Apply(room, "t").Wall.Count);
    }

    [Fact]
    public void The_same_run_hangs_there_once_for_each() => Assert.Equal(2, new PostRun("run-a", "x", "y").Apply(Room, "ada").Wall.Count);

    [Fact]
    public void A_wall_is_not_endless()
    {
        var room = Room with { Wall = [.. Enumerable.Range(0, PostRun.MostOfOne).Select(i => new WallPost($"{i}", $"run-{i}", "1", "x", "y"))] };

        Assert.Throws<InvalidOptionsException>(() => new PostRun("one more", "x", "y").Apply(room, "ada"));
        Assert.Equal(PostRun.MostOfOne + 1, new PostRun("first", "x", "y").Apply(room, "bob").Wall.Count);
    }

    [Fact]
    public void One_takes_down_ones_own_and_nobody_elses()
    {
        Assert.Equal(["b"], new TakeDown("a").Apply(Room, "ada").Wall.Select(post => post.Id));
        Assert.Throws<NotTheTeacherException>(() => new TakeDown("b").Apply(Room, "ada"));
    }

    [Fact]
    public void Who_leaves_takes_everything_along_and_may_come_back()
    {
        var room = new LeaveRoom().Apply(Room, "ada");

        Assert.Equal((1, 1, 0), (room.Students.Count, room.Wall.Count, room.Expelled.Count));
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("3,4", true)]
    [InlineData("4", false)]
    public void An_answer_is_checked_and_kept(string text, bool right)
    {
        var room = new AnswerQuestion(1, text).Apply(new Teach(Lesson).Apply(Room), "ada");

        Assert.Equal(right, room.StudentOf("ada")!.Answers[1].IsRight);
        Assert.Equal(1, room.StudentOf("ada")!.Step);
        Assert.Empty(room.StudentOf("bob")!.Answers);
    }

    [Fact]
    public void Who_was_wrong_looks_again_and_reads_why_when_it_is_right_or_after_the_third_time()
    {
        var answers = new[] { "4", "4", "4" }.Aggregate(
            new List<RoomState> { new Teach(Lesson).Apply(Room) }, (rooms, text) => [.. rooms, new AnswerQuestion(1, text).Apply(rooms[^1], "ada")])
            .Skip(1).Select(room => room.StudentOf("ada")!.Answers[1]).ToList();

        Assert.Equal([(1, false), (2, false), (3, true)], answers.Select(answer => (answer.Tries, answer.Explains)));
        Assert.True(new AnswerQuestion(1, "3").Apply(new Teach(Lesson).Apply(Room), "ada").StudentOf("ada")!.Answers[1].Explains);
    }

    [Fact]
    public void Only_questions_can_be_answered_and_only_steps_opened_that_there_are()
    {
        var room = new Teach(Lesson).Apply(Room);

        Assert.Throws<InvalidOptionsException>(() => new AnswerQuestion(0, "3").Apply(room, "ada"));
        Assert.Throws<InvalidOptionsException>(() => new AnswerQuestion(1, "many").Apply(room, "ada"));
        Assert.Throws<UnknownThingException>(() => new OpenStep(2).Apply(room, "ada"));
        Assert.Throws<UnknownThingException>(() => new OpenStep(-1).Apply(room, "ada"));
        Assert.Throws<UnknownThingException>(() => new OpenStep(0).Apply(Room, "ada"));
    }

    [Fact]
    public void Another_lesson_forgets_what_was_answered()
    {
        var answered = new AnswerQuestion(1, "3").Apply(new Teach(Lesson).Apply(Room), "ada");

        Assert.Empty(new Teach(Lesson with { Title = "Another" }).Apply(answered).StudentOf("ada")!.Answers);
        Assert.Single(new Teach(Lesson).Apply(answered).StudentOf("ada")!.Answers);
    }

    [Fact]
    public void Numbers_stand_for_names_in_all_that_others_see()
    {
        var room = new Anonymise(true).Apply(Room);

        Assert.Equal(["#1", "#2"], View(room, "t").Students.Select(student => student.Nickname));
        Assert.Equal("#1", View(room, "bob").Names["1"]);
        Assert.Equal("Bob", View(room, "bob").Me?.Nickname);
    }

    [Fact]
    public void A_page_on_a_wall_shows_numbers_and_the_room_keeps_its_names()
    {
        var seen = View(Room, "t");

        Assert.Equal(["#1", "#2"], seen.Numbered.Students.Select(student => student.Nickname));
        Assert.Equal("#1", seen.Numbered.Names["1"]);
        Assert.Equal(seen.Names.Keys.Order(), seen.Numbered.Names.Keys.Order());
        Assert.Equal("Ada", seen.Names["1"]);
    }

    [Fact]
    public void Who_is_dismissed_leaves_with_everything_and_may_come_back()
    {
        var room = new Dismiss(["1", "unknown"]).Apply(Room);

        Assert.Equal(["bob"], room.Students.Select(student => student.Visitor));
        Assert.DoesNotContain(room.Wall, post => post.Student == "1");
        Assert.Empty(room.Expelled);
    }

    [Fact]
    public void A_student_learns_nothing_of_the_others_but_names_and_results()
    {
        var view = View(new AnswerQuestion(1, "3").Apply(new Teach(Lesson).Apply(Room), "bob"), "ada");

        Assert.Empty(view.Students);
        Assert.Empty(view.Here);
        Assert.Equal("", view.Me?.Visitor);
        Assert.All(View(Room, "t").Students, student => Assert.Equal("", student.Visitor));
    }

    [Fact]
    public void What_others_do_is_new_to_a_student_when_it_can_be_seen()
    {
        var room = new HidePost("a", true).Apply(new Teach(Lesson).Apply(Room));
        var answered = new AnswerQuestion(1, "3").Apply(room, "bob");
        var posted = new PostRun("c", "x", "y").Apply(room, "bob");

        Assert.True(View(room, "ada").Same(View(answered, "ada")));
        Assert.False(View(room, "bob").Same(View(answered, "bob")));
        Assert.False(View(room, "t").Same(View(answered, "t")));
        Assert.False(View(room, "ada").Same(View(posted, "ada")));
    }

    private static RoomView View(RoomState room, string visitor) => RoomView.Of(room, ImmutableHashSet<string>.Empty, visitor);
}
