using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

public sealed class RoomCodeTests
{
    [Fact]
    public void No_two_of_its_letters_look_alike()
    {
        var letters = Enumerable.Range(0, 500).SelectMany(_ => RoomCode.Make()).ToHashSet();

        Assert.All(["0OQD", "1IL", "2Z", "5S", "8B", "UV"], alike => Assert.DoesNotContain(alike, letters.Contains));
        Assert.Equal(21, letters.Count);
    }

    [Theory]
    [InlineData("ace fgh", "ACEFGH")]
    [InlineData(" ACE-FGH ", "ACEFGH")]
    [InlineData("ACEFG", null)]
    [InlineData("ACEFG0", null)]
    [InlineData("ACEFGHJ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, RoomCode.Read(typed));

    [Fact]
    public void Whatever_is_far_too_long_is_not_even_looked_at() => Assert.Null(RoomCode.Read(new string(' ', 10_000) + "ACEFGH"));

    [Fact]
    public void It_is_shown_in_two_halves() => Assert.Equal("ACE FGH", RoomCode.Words("ACEFGH"));
}
