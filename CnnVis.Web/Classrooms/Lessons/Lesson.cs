using System.Collections.Immutable;
using System.ComponentModel;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>A lesson: steps that students take at their own pace.</summary>
[Description("A lesson for a class: steps that students take at their own pace.")]
public sealed record Lesson
{
    [Description("What the lesson is called, 1 to 120 characters.")]
    public required string Title { get; init; }

    [Description("One or two sentences on what one will understand afterwards; up to 600 characters.")]
    public string Summary { get; init; } = "";

    [Description("About how many minutes it takes, 1 to 600.")]
    public int? Minutes { get; init; }

    [Description("The language it is written in, such as en or de.")]
    public string? Language { get; init; }

    [Description("The steps, 1 to 40.")]
    public required ImmutableList<LessonStep> Steps { get; init; }
}

/// <summary>One thing to read, try and answer.</summary>
[Description("One thing to read, to try and to answer.")]
public sealed record LessonStep
{
    [Description("What the step is called, 1 to 120 characters.")]
    public required string Title { get; init; }

    [Description("What to do and to look for, in Markdown; HTML in it is shown as text. Up to 10000 characters.")]
    public string Text { get; init; } = "";

    [Description("A prepared page of this application, as \"Link to these settings\" gives it, without the host: such as deepdream?octaves=3&go=1.")]
    public string? Playground { get; init; }

    [Description("A question about it.")]
    public Question? Question { get; init; }
}
