using System.Text.RegularExpressions;
using CnnVis.Core;
using CnnVis.Web.Showcase;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>Whether a lesson keeps to its bounds.</summary>
internal static partial class LessonCheck
{
    private const int MostSteps = 40;

    /// <exception cref="InvalidOptionsException">It does not; the sentence says where.</exception>
    public static void Require(Lesson lesson)
    {
        Length("The title", lesson.Title, 1, 120);
        Length("The summary", lesson.Summary, 0, 600);
        True(lesson.Minutes is null or (>= 1 and <= 600), "The lesson takes 1 to 600 minutes.");
        True(lesson.Language is null || Language.IsMatch(lesson.Language), "The language is written as in en or de-AT.");
        True(lesson.Steps.Count is >= 1 and <= MostSteps, $"A lesson has 1 to {MostSteps} steps.");
        for (var i = 0; i < lesson.Steps.Count; i++)
        {
            Require(lesson.Steps[i], $"of step {i + 1}");
        }
    }

    // A list in a file may have nothing at a place.
    private static void Require(LessonStep? step, Sentence where)
    {
        Length($"The title {where}", step?.Title, 1, 120);
        Markdown($"The text {where}", step!.Text, 0, 10_000);
        True(step.Playground is null || IsOurs(step.Playground), $"The playground {where} must be a page of this application, such as deepdream?octaves=3.");
        if (step.Question is { } question)
        {
            Markdown($"The question {where}", question.Text, 1, 2_000);
            Markdown($"The explanation of the answer {where}", question.Why, 0, 4_000);
            Require(question, where);
        }
    }

    private static void Require(Question question, Sentence where)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                True(choice.Options.Count is >= 2 and <= 8, $"The question {where} offers 2 to 8 options.");
                choice.Options.ForEach(option => Length($"An option {where}", option, 1, 200));
                True(choice.Right.All(place => place >= 0 && place < choice.Options.Count), $"The right options {where} are places in the list, from 0.");
                break;
            case NumberQuestion number:
                True(number.Right is null || double.IsFinite(number.Right.Value), $"The right number {where} must be finite.");
                True(number.Tolerance >= 0 && double.IsFinite(number.Tolerance), $"The tolerance {where} must be 0 or more.");
                break;
            case ChannelQuestion channel:
                Length($"The layer {where}", channel.Layer, 1, 100);
                True(channel.Channels is >= 1 and <= 10_000, $"The layer {where} has 1 to 10000 channels.");
                True(channel.Right.All(one => one >= 0 && one < channel.Channels), $"The right channels {where} are 0 to {channel.Channels - 1}.");
                break;
        }
    }

    // No host, no other page: a lesson from anywhere leads nobody away.
    private static bool IsOurs(string address) =>
        address.Length <= 2_000 && Page.Match(address) is { Success: true } page
        && Way.At(page.Groups[1].Value) is not null;

    // What is nested too deeply would fail on every student's page.
    private static void Markdown(Sentence what, string? text, int least, int most)
    {
        Length(what, text, least, most);
        try
        {
            LessonHtml.From(text!);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidOptionsException($"{what} is nested too deeply to be shown.", problem);
        }
    }

    private static void Length(Sentence what, string? text, int least, int most) =>
        True(text is not null && text.Length >= least && text.Length <= most, $"{what} has {least} to {most} characters.");

    private static void True(bool holds, Sentence sentence)
    {
        if (!holds)
        {
            throw new InvalidOptionsException(sentence);
        }
    }

    [GeneratedRegex(@"^([a-z-]+)(\?[^#\s]*)?\z")]
    private static partial Regex Page { get; }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex Language { get; }
}
