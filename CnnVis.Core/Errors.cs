namespace CnnVis.Core;

/// <summary>
/// Something a person asked for cannot be done. The message is one sentence for that person: what happened, and
/// where it helps, what to do.
/// </summary>
/// <param name="kind">A stable word for programs, such as <c>unknown-layer</c>.</param>
/// <param name="message">The sentence.</param>
public abstract class CnnVisException(string kind, Sentence message, Exception? inner = null) : Exception(message.ToString(), inner)
{
    /// <summary>The message, for those who say it in another language.</summary>
    public Sentence Sentence { get; } = message;

    /// <summary>A stable word for programs, the end of the problem's <c>type</c> in the HTTP API.</summary>
    public string Kind { get; } = kind;
}

/// <summary>A network, layer, channel, class, technique, picture or run that does not exist.</summary>
/// <param name="thing">What was looked for, such as <c>layer</c>.</param>
/// <param name="id">The name that was not found.</param>
/// <param name="hint">What to do instead, a sentence.</param>
public sealed class UnknownThingException(string thing, string id, Sentence hint)
    : CnnVisException($"unknown-{thing}", Sentence.Of($"There is no {thing} \"{{0}}\". {{1}}", id.Shortened(), hint));

/// <summary>Options out of their range, or that do not fit together.</summary>
public sealed class InvalidOptionsException(Sentence message, Exception? inner = null)
    : CnnVisException("invalid-options", message, inner);

/// <summary>A file that is no picture, or one that is too large or damaged.</summary>
public sealed class InvalidPictureException(Sentence message, Exception? inner = null)
    : CnnVisException("invalid-picture", message, inner);

/// <summary>A weights file that is damaged, hostile, or does not fit its network.</summary>
public sealed class InvalidWeightsException(Sentence message, Exception? inner = null)
    : CnnVisException("invalid-weights", message, inner);

/// <summary>A technique that this network, or this layer of it, cannot serve; the sentence names what would work.</summary>
public sealed class UnsuitableNetworkException(Sentence message) : CnnVisException("unsuitable-network", message);

/// <summary>A data set whose files are not here; the sentence says how to get them.</summary>
public sealed class MissingDataException(Sentence message) : CnnVisException("missing-data", message);

/// <summary>A file of a data set that is damaged, or is not what its name says.</summary>
public sealed class InvalidDataSetException(Sentence message, Exception? inner = null) : CnnVisException("invalid-data", message, inner);

/// <summary>A training whose loss grew without end.</summary>
public sealed class DivergedTrainingException(Sentence message) : CnnVisException("diverged-training", message);
