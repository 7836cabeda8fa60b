using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Tests.Web.Classrooms.Lessons;

public sealed class LessonFileTests
{
    private const string Rich = """
        {
          "$schema": "https://school.example/api/lessons/schema.json",
          // teachers may note things
          "title": "Trial", "summary": "What it is.", "minutes": 20, "language": "en",
          "steps": [
            { "title": "Choose", "text": "**Look**", "playground": "deepdream?octaves=3&go=1",
              "question": { "text": "Which?", "kind": "choice", "options": ["a", "b"], "right": [1], "why": "Because." } },
            { "title": "Count", "question": { "kind": "number", "text": "How many?", "right": 0.5, "tolerance": 0.1 } },
            { "title": "Find", "question": { "kind": "channel", "text": "Wheels?", "layer": "conv5", "channels": 96, "right": [3] } }
          ]
        }
        """;

    [Fact]
    public void What_is_read_is_written_again_and_read_as_the_same()
    {
        var written = LessonFile.Write(LessonFile.Read(Rich));

        Assert.Equal(written, LessonFile.Write(LessonFile.Read(written)));
        Assert.Contains("\"kind\": \"channel\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no lesson file")]
    [InlineData("[]", "no lesson file")]
    [InlineData("null", "empty")]
    [InlineData("""{"title":"x"}""", "steps")]
    [InlineData("""{"title":"x","steps":[]}""", "1 to 40 steps")]
    [InlineData("""{"title":"","steps":[{"title":"x"}]}""", "The title has 1 to 120 characters")]
    [InlineData("""{"title":"x","steps":[{"title":"x","video":"y"}]}""", "video")]
    [InlineData("""{"title":"x","steps":[null]}""", "step")]
    [InlineData("""{"title":null,"steps":[{"title":"x"}]}""", "title")]
    [InlineData("""{"title":"x","steps":[{"title":"x","playground":"https://elsewhere.example/"}]}""", "must be a page of this application")]
    [InlineData("""{"title":"x","steps":[{"title":"x","playground":"//elsewhere.example"}]}""", "must be a page of this application")]
    [InlineData("""{"title":"x","steps":[{"title":"x","playground":"javascript:alert(1)"}]}""", "must be a page of this application")]
    [InlineData("""{"title":"x","steps":[{"title":"x","question":{"kind":"riddle","text":"x"}}]}""", "\"steps[0].question\" is unknown")]
    [InlineData("{\n\"title\": }", "line 2 is no JSON")]
    [InlineData("""{"title":"x","steps":[{"title":"x","question":{"kind":"choice","text":"x","options":["a"]}}]}""", "2 to 8 options")]
    [InlineData("""{"title":"x","steps":[{"title":"x","question":{"kind":"choice","text":"x","options":["a","b"],"right":[2]}}]}""", "places in the list")]
    [InlineData("""{"title":"x","steps":[{"title":"x","question":{"kind":"channel","text":"x","layer":"l","channels":4,"right":[4]}}]}""", "0 to 3")]
    [InlineData("""{"title":"x","steps":[{"title":"x","question":{"kind":"number","text":"x","right":1e999}}]}""", "must be finite")]
    [InlineData("""{"title":"x","minutes":0,"steps":[{"title":"x"}]}""", "1 to 600 minutes")]
    public void What_is_no_lesson_is_refused_with_the_place(string json, string words)
    {
        var sentence = Assert.Throws<InvalidOptionsException>(() => LessonFile.Read(json)).Message;

        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("CnnVis.Web", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_long_is_not_read() =>
        Assert.Contains("256 KB", Assert.Throws<InvalidOptionsException>(() => LessonFile.Read(new string(' ', LessonFile.MostBytes + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_does_no_harm() => Assert.Throws<InvalidOptionsException>(() => LessonFile.Read(string.Concat(Enumerable.Repeat("[", 5000))));

    [Fact]
    public void Text_that_could_not_be_shown_is_refused() =>
        Assert.Contains("nested too deeply", Assert.Throws<InvalidOptionsException>(() => LessonFile.Read($$"""{"title":"x","steps":[{"title":"x","text":"{{new string('>', 5000)}}"}]}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Its_schema_describes_every_member()
    {
        var schema = JsonNode.Parse(LessonFile.Schema)!;
        var undescribed = Properties(schema).Where(member => member.Key != "kind" && member.Value?["description"] is null).Select(member => member.Key);

        Assert.Empty(undescribed);
        Assert.Contains("tolerance", Properties(schema).Select(member => member.Key));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode? node) => node switch
    {
        JsonObject some => (some["properties"] is JsonObject members ? members : []).Concat(some.SelectMany(member => Properties(member.Value))),
        JsonArray many => many.SelectMany(Properties),
        _ => [],
    };
}
