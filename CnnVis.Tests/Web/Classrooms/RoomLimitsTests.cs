using CnnVis.Core;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>However much comes from one place, a class goes on.</summary>
public sealed class RoomLimitsTests
{
    private const string Teacher = RoomFixture.Teacher;

    [Fact]
    public async Task Who_floods_from_one_address_is_stopped_in_a_sentence_and_others_are_not()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open();

        var refused = Assert.Throws<TooManyRequestsException>(() =>
        {
            for (var i = 0; i <= RoomLimits.Joins; i++)
            {
                fixture.Rooms.Join(code, $"Bot {i}", $"bot {i}", "203.0.113.1");
                fixture.Rooms.Do(code, new LeaveRoom(), $"bot {i}");
            }
        });

        Assert.StartsWith("Too many students came from your place just now", refused.Message, StringComparison.Ordinal);
        fixture.Rooms.Join(code, "Ada", "Ada", "203.0.113.2");
    }

    [Fact]
    public async Task Who_guesses_codes_is_stopped()
    {
        await using var fixture = new RoomFixture();

        var code = fixture.Open();
        for (var i = 0; i < RoomLimits.Guesses; i++)
        {
            Assert.Throws<UnknownThingException>(() => fixture.Rooms.Join("XXXXXX", "Bot", "bot", "203.0.113.1"));
        }

        Assert.Throws<TooManyRequestsException>(() => fixture.Rooms.Join(code, "Bot", "bot", "203.0.113.1")); // nor is a right one told
        fixture.Rooms.Join(code, "Ada", "Ada", "203.0.113.2");
    }

    [Fact]
    public async Task A_flood_of_posts_is_stopped_and_the_room_goes_on()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada", "Bob");

        Assert.Throws<TooManyRequestsException>(() =>
        {
            for (var i = 0; i <= RoomLimits.Posts; i++)
            {
                fixture.Rooms.Do(code, fixture.Post($"run{i}"), "Ada");
            }
        });

        fixture.Rooms.Do(code, fixture.Post("bob's"), "Bob");
        Assert.Equal(RoomLimits.Posts + 1, fixture.Rooms.See(code, "Bob").Wall.Count);
    }

    [Fact]
    public async Task A_class_comes_in_although_one_of_its_pupils_guesses_codes()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Rooms.Open(Teacher, "203.0.113.1");
        var key = fixture.Rooms.KeyOf(code, Teacher);
        for (var i = 0; i < RoomLimits.Guesses; i++)
        {
            Assert.Throws<NotTheTeacherException>(() => fixture.Rooms.Recover(code, "guess", "bot", "203.0.113.1"));
        }

        fixture.Rooms.Join(code, "Ada", "Ada", "203.0.113.1");
        fixture.Rooms.Recover(code, key, "laptop", "203.0.113.1");
        Assert.Throws<TooManyRequestsException>(() => fixture.Rooms.Join("XXXXXX", "Bot", "bot", "203.0.113.1"));
    }

    [Fact]
    public async Task Where_all_places_are_taken_a_room_that_nobody_used_gives_way()
    {
        await using var fixture = new RoomFixture();
        var used = fixture.Open("Ada");
        var unused = fixture.Rooms.Open("nobody", "192.0.2.0");
        for (var i = 2; i < RoomService.MostRooms; i++)
        {
            fixture.Rooms.Join(fixture.Rooms.Open($"teacher {i}", $"192.0.2.{i}"), "Bob", $"Bob {i}");
        }

        var late = fixture.Rooms.Open("late", "198.51.100.1");
        fixture.Rooms.Join(late, "Eve", "Eve");

        Assert.True(fixture.Rooms.See(used, Teacher).Teaches);
        Assert.Throws<UnknownThingException>(() => fixture.Rooms.See(unused, "nobody"));
        Assert.Throws<TooBusyException>(() => fixture.Rooms.Open("too late", "198.51.100.2"));
    }
}
