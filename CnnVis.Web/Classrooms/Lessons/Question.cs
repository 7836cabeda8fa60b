using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using CnnVis.Core;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>A question at a step; its kind says what an answer is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ChoiceQuestion), "choice")]
[JsonDerivedType(typeof(NumberQuestion), "number")]
[JsonDerivedType(typeof(ChannelQuestion), "channel")]
public abstract record Question
{
    [Description("The question, in Markdown, up to 2000 characters.")]
    public required string Text { get; init; }

    [Description("What is shown after the right answer or the third wrong one, in Markdown, up to 4000 characters.")]
    public string Why { get; init; } = "";

    /// <summary>What an answer is worth.</summary>
    /// <exception cref="InvalidOptionsException">It is no answer to this question.</exception>
    internal abstract Answer Check(string text);

    /// <summary>An answer as people read it.</summary>
    internal virtual string Words(Answer answer) => answer.Text;

    private protected static int Whole(string text, int count, string what) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < count ? number
        : throw new InvalidOptionsException($"The answer is {what} from 0 to {count - 1}.");

    private protected static bool? Among(ImmutableList<int> right, int answer) => right.IsEmpty ? null : right.Contains(answer);
}

/// <summary>One of several answers.</summary>
[Description("One of several answers; an answer is its place in the list, from 0.")]
public sealed record ChoiceQuestion : Question
{
    [Description("What can be chosen: 2 to 8, each 1 to 200 characters.")]
    public required ImmutableList<string> Options { get; init; }

    [Description("The places of the right ones, from 0; none where there is no right or wrong.")]
    public ImmutableList<int> Right { get; init; } = [];

    internal override Answer Check(string text)
    {
        var place = Whole(text, Options.Count, "the place of an option");
        return new Answer(place.ToString(CultureInfo.InvariantCulture), Among(Right, place));
    }

    internal override string Words(Answer answer) => Options.ElementAtOrDefault(int.Parse(answer.Text, CultureInfo.InvariantCulture)) ?? "";
}

/// <summary>A number, such as a probability that was read off.</summary>
[Description("A number, such as a probability that was read off.")]
public sealed record NumberQuestion : Question
{
    [Description("The right number; left out where there is no right or wrong.")]
    public double? Right { get; init; }

    [Description("How far an answer may be from the right one, at least 0.")]
    public double Tolerance { get; init; }

    internal override Answer Check(string text)
    {
        // A comma is a point to half of the world.
        var number = text.Length <= 40 && double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : throw new InvalidOptionsException("The answer is a number, such as 0.83.");
        return new Answer(number.ToString(CultureInfo.InvariantCulture), Right is { } right ? Math.Abs(number - right) <= Tolerance : null);
    }
}

/// <summary>A channel to be found, such as the one that likes wheels.</summary>
[Description("A channel to be found, such as the one that likes wheels; an answer is its number, from 0.")]
public sealed record ChannelQuestion : Question
{
    [Description("The layer whose channel is looked for, such as conv5.")]
    public required string Layer { get; init; }

    [Description("How many channels the layer has, 1 to 10000.")]
    public required int Channels { get; init; }

    [Description("The channels that are right; none where there is no right or wrong.")]
    public ImmutableList<int> Right { get; init; } = [];

    internal override Answer Check(string text)
    {
        var channel = Whole(text.Trim(), Channels, $"a channel of {Layer},");
        return new Answer(channel.ToString(CultureInfo.InvariantCulture), Among(Right, channel));
    }
}
