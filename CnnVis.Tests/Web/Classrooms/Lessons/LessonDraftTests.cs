using CnnVis.Core;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Tests.Web.Classrooms.Lessons;

public sealed class LessonDraftTests
{
    /// <summary>A step of each kind.</summary>
    internal static readonly Lesson Rich = new()
    {
        Title = "Trial", Summary = "What it is.", Minutes = 20, Language = "en",
        Steps =
        [
            new() { Title = "Choose", Text = "Look", Playground = "deepdream?octaves=3", Question = new ChoiceQuestion { Text = "Which?", Why = "So.", Options = ["a", "b"], Right = [1] } },
            new() { Title = "Count", Question = new NumberQuestion { Text = "How many?", Right = 0.5, Tolerance = 0.1 } },
            new() { Title = "Find", Question = new ChannelQuestion { Text = "Wheels?", Layer = "conv5", Channels = 96, Right = [3, 17] } },
            new() { Title = "Read" },
        ],
    };

    [Fact]
    public void A_lesson_comes_out_as_it_went_in() =>
        Assert.Equal(LessonFile.Write(Rich), LessonFile.Write(LessonDraft.Of(Rich).Finish()));

    [Fact]
    public void A_whole_link_is_taken_as_the_page_it_leads_to()
    {
        var draft = LessonDraft.Of(Rich);
        draft.Steps[3].Playground = " http://school.example:5080/neuron?channel=3&go=1 ";

        Assert.Equal("neuron?channel=3&go=1", draft.Finish().Steps[3].Playground);
    }

    [Fact]
    public void What_is_missing_is_told() =>
        Assert.Contains("The title has", Assert.Throws<InvalidOptionsException>(() => new LessonDraft().Finish()).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_number_is_told()
    {
        var draft = LessonDraft.Of(Rich);
        draft.Steps[1].Right = "half";

        Assert.Contains("\"half\" is no number", Assert.Throws<InvalidOptionsException>(draft.Finish).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_move_as_far_as_there_are_places()
    {
        var draft = LessonDraft.Of(Rich);

        draft.Move(draft.Steps[0], 1);
        draft.Move(draft.Steps[0], -1);

        Assert.Equal(["Count", "Choose", "Find", "Read"], draft.Steps.Select(step => step.Title));
    }
}
