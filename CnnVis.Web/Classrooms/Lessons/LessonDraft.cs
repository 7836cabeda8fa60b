using System.Globalization;
using CnnVis.Core;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>A lesson while it is written: everything may be half done.</summary>
public sealed class LessonDraft
{
    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public int? Minutes { get; set; }

    public List<StepDraft> Steps { get; } = [new()];

    public string? Language { get; init; }

    public static LessonDraft Of(Lesson lesson)
    {
        var draft = new LessonDraft { Title = lesson.Title, Summary = lesson.Summary, Minutes = lesson.Minutes, Language = lesson.Language };
        draft.Steps.Clear();
        draft.Steps.AddRange(lesson.Steps.Select(StepDraft.Of));
        return draft;
    }

    /// <summary>The lesson.</summary>
    /// <exception cref="InvalidOptionsException">Something is missing or out of its bounds.</exception>
    public Lesson Finish()
    {
        var lesson = new Lesson { Title = Title.Trim(), Summary = Summary.Trim(), Minutes = Minutes, Language = Language, Steps = [.. Steps.Select(step => step.Finish())] };
        LessonCheck.Require(lesson);
        return lesson;
    }

    /// <summary>Moves a step by so many places, as far as there are any.</summary>
    public void Move(StepDraft step, int places)
    {
        var place = Math.Clamp(Steps.IndexOf(step) + places, 0, Steps.Count - 1);
        Steps.Remove(step);
        Steps.Insert(place, step);
    }
}

/// <summary>A step while it is written.</summary>
public sealed class StepDraft
{
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>A page of ours, or a whole link to one.</summary>
    public string Playground { get; set; } = "";

    /// <summary><c>choice</c>, <c>number</c>, <c>channel</c>, or empty for no question.</summary>
    public string Kind { get; set; } = "";

    public string Ask { get; set; } = "";

    public string Why { get; set; } = "";

    /// <summary>What can be chosen, a line each; a star at its beginning marks a right one.</summary>
    public string Options { get; set; } = "";

    /// <summary>The right number, or right channels with commas between; empty where there is no right or wrong.</summary>
    public string Right { get; set; } = "";

    public double Tolerance { get; set; }

    public string Layer { get; set; } = "conv5";

    public int Channels { get; set; } = 96;

    public static StepDraft Of(LessonStep step)
    {
        var draft = new StepDraft { Title = step.Title, Text = step.Text, Playground = step.Playground ?? "", Ask = step.Question?.Text ?? "", Why = step.Question?.Why ?? "" };
        switch (step.Question)
        {
            case ChoiceQuestion choice:
                draft.Kind = "choice";
                draft.Options = string.Join('\n', choice.Options.Select((option, place) => (choice.Right.Contains(place) ? "* " : "") + option));
                break;
            case NumberQuestion number:
                (draft.Kind, draft.Right, draft.Tolerance) = ("number", number.Right?.ToString(CultureInfo.InvariantCulture) ?? "", number.Tolerance);
                break;
            case ChannelQuestion channel:
                (draft.Kind, draft.Right, draft.Layer, draft.Channels) = ("channel", string.Join(", ", channel.Right), channel.Layer, channel.Channels);
                break;
        }

        return draft;
    }

    public LessonStep Finish() => new()
    {
        Title = Title.Trim(), Text = Text.Trim(), Playground = Address(), Question = Question(),
    };

    // A link that was copied whole is one of ours as far as it goes: the host says nothing.
    private string? Address()
    {
        var text = Playground.Trim();
        return text.Length == 0 ? null
            : Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme.StartsWith("http", StringComparison.Ordinal) ? link.PathAndQuery.TrimStart('/')
            : text.TrimStart('/');
    }

    private Question? Question() => Kind switch
    {
        "choice" => Choice(),
        "number" => new NumberQuestion { Text = Ask, Why = Why, Right = Right.Trim().Length == 0 ? null : Number(Right), Tolerance = Tolerance },
        "channel" => new ChannelQuestion { Text = Ask, Why = Why, Layer = Layer.Trim(), Channels = Channels, Right = [.. Right.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => (int)Number(one))] },
        _ => null,
    };

    private ChoiceQuestion Choice()
    {
        var lines = Options.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new()
        {
            Text = Ask, Why = Why, Options = [.. lines.Select(line => line.TrimStart('*').Trim())],
            Right = [.. lines.Index().Where(line => line.Item.StartsWith('*')).Select(line => line.Index)],
        };
    }

    private static double Number(string text) => double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOptionsException($"\"{text.Trim()[..Math.Min(text.Trim().Length, 40)]}\" is no number.");
}
