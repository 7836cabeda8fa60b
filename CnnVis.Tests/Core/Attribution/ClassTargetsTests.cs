using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Attribution;

namespace CnnVis.Tests.Core.Attribution;

public class ClassTargetsTests
{
    [Theory]
    [InlineData("\"top\"")]
    [InlineData("285")]
    [InlineData("[285,287]")]
    public void Targets_are_written_as_they_were_read(string json) => Assert.Equal(json, JsonSerializer.Serialize(Read(json), RunSpecJson.Options));

    [Fact]
    public void A_list_of_one_is_that_one() => Assert.Equal(Read("285"), Read("[285]"));

    [Theory]
    [InlineData("\"best\"")]
    [InlineData("1.5")]
    [InlineData("[]")]
    [InlineData("[1,\"top\"]")]
    [InlineData("[1")]
    [InlineData("99999999999")]
    [InlineData("true")]
    [InlineData("{}")]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static ClassTargets Read(string json) => JsonSerializer.Deserialize<ClassTargets>(json, RunSpecJson.Options)!;
}
