using System.Text;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

public sealed class WallExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ada")]
    [InlineData("somebody else")]
    public async Task Only_the_teacher_takes_the_wall_home(string visitor)
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada");

        await Assert.ThrowsAsync<NotTheTeacherException>(() => Words(fixture, code, visitor));
        await Assert.ThrowsAsync<NotTheTeacherException>(() => Words(fixture, "XXXXXX", visitor)); // nor is it told whether there is such a room
    }

    [Fact]
    public async Task It_holds_what_all_may_see_and_numbers_where_names_are_left_out()
    {
        await using var fixture = new RoomFixture();
        var code = fixture.Open("Ada", "Bob");
        fixture.Rooms.Do(code, fixture.Post("ada's"), "Ada");
        fixture.Rooms.Do(code, fixture.Post("bob's"), "Bob");
        fixture.Rooms.Do(code, new HidePost(fixture.Rooms.See(code, RoomFixture.Teacher).Wall[1].Id, true), RoomFixture.Teacher);

        Assert.Equal("ada's by Ada", await Words(fixture, code, RoomFixture.Teacher));
        fixture.Rooms.Do(code, new Anonymise(true), RoomFixture.Teacher);
        Assert.Equal("ada's by #1", await Words(fixture, code, RoomFixture.Teacher));
    }

    private static async Task<string> Words(RoomFixture fixture, string code, string visitor) => Encoding.UTF8.GetString(await fixture.Export.PackAsync(
        code, visitor, wall => Encoding.UTF8.GetBytes(string.Join(", ", wall.Posts.Select(post => $"{post.Post.RunId} by {post.Name}"))), Cancellation));
}
