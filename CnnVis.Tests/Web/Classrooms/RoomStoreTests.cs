using System.Text;
using CnnVis.Tests.Support;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>What outlives the process, and what outlives the room: nothing.</summary>
public sealed class RoomStoreTests
{
    private const string Teacher = RoomFixture.Teacher;

    [Fact]
    public async Task A_class_goes_on_after_the_server_was_restarted_and_is_forgotten_when_its_time_is_over()
    {
        using var folder = new DataFolder();
        string code;
        await using (var before = new RoomFixture(folder.Path))
        {
            code = before.Open("Ada");
            before.Rooms.Do(code, before.Post("run"), "Ada");
            before.Store.Tidy();
        }

        await using (var after = new RoomFixture(folder.Path))
        {
            Assert.Equal(code, after.Rooms.RoomOf("Ada"));
            Assert.Equal("run", Assert.Single(after.Rooms.See(code, Teacher).Wall).RunId);
            after.Time.Advance(TimeSpan.FromHours(13));
            after.Store.Tidy();
        }

        await using var late = new RoomFixture(folder.Path);
        Assert.Empty(late.Store.All);
    }

    [Fact]
    public async Task A_room_that_cannot_be_read_is_deleted_and_keeps_no_other_from_opening()
    {
        using var folder = new DataFolder();
        string code;
        await using (var before = new RoomFixture(folder.Path))
        {
            code = before.Open("Ada");
            before.Store.Tidy();
            before.Database.Do(context =>
            {
                context.Rooms.Add(new() { Code = "XXXXXX", State = "{" });
                context.SaveChanges();
            });
        }

        await using var after = new RoomFixture(folder.Path);
        Assert.Equal(code, after.Rooms.RoomOf("Ada"));
        after.Store.Tidy();
        Assert.Equal([code], after.Database.Ask(context => context.Rooms.Select(room => room.Code).ToList()));
    }

    [Fact]
    public async Task Of_a_room_that_was_closed_no_name_is_left_in_the_files()
    {
        using var folder = new DataFolder();
        await using (var fixture = new RoomFixture(folder.Path))
        {
            var code = fixture.Open("Ada", "Wilhelmina");
            fixture.Store.Tidy();
            fixture.Rooms.Do(code, new LeaveRoom(), "Ada");
            fixture.Store.Tidy();
            Assert.Contains("Wilhelmina", Files(), StringComparison.Ordinal); // a name that is kept would be found

            fixture.Rooms.Close(code, Teacher);

            Assert.DoesNotContain("Wilhelmina", Files(), StringComparison.Ordinal);
        }

        string Files() => string.Concat(Directory.EnumerateFiles(folder.Path).Select(Read));
    }

    // Open in the database at the same time.
    private static string Read(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
