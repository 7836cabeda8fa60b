using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Data;

namespace CnnVis.Core.Techniques;

/// <summary>A way to see how a network sees: an iterator of frames.</summary>
public interface ITechnique
{
    /// <summary>The name in specs and links, such as <c>deepdream</c>.</summary>
    string Id { get; }

    /// <summary>The name for people.</summary>
    string Title { get; }

    /// <summary>What it does and why, for a curious reader: Markdown in five sections, formulas in MathML.</summary>
    /// <param name="language">Such as <c>de</c>; what nobody translated is in English.</param>
    string ExplanationIn(string language);

    /// <summary>The record that holds its options.</summary>
    Type OptionsType { get; }

    /// <summary>Whether it looks into a network that is there already.</summary>
    bool NeedsNetwork { get; }

    /// <summary>Whether a run with these options starts from a picture.</summary>
    bool NeedsPicture(TechniqueOptions options);

    /// <summary>Ids of the pictures that these options name beside the start picture, such as a guide.</summary>
    IReadOnlyList<string> PictureIds(TechniqueOptions options);

    /// <summary>The id of the data set that a run with these options learns from, or null where it learns nothing.</summary>
    string? DataSetId(TechniqueOptions options);

    /// <summary>Checks the options against the network and fills in what was left to it.</summary>
    /// <param name="network">The network, or null where none is needed.</param>
    /// <exception cref="CnnVisException">An option is out of range, or names a layer, channel or class that does not exist.</exception>
    TechniqueOptions Complete(TechniqueOptions options, NetworkInfo? network);

    /// <summary>
    /// Starts a run; each <c>MoveNext</c> does one step, on one thread at a time. Disposing the enumerator frees
    /// everything, at the end or half way. The first frame, step 0, is the start picture; a run that goes on from a
    /// checkpoint begins with the frame after it, and shows what it would have shown had it never stopped.
    /// </summary>
    IEnumerable<Frame> Run(TechniqueInput input);
}

/// <summary>What a technique works on.</summary>
/// <param name="Network">The network, or null where none is needed; it stays the caller's.</param>
/// <param name="Picture">The start picture, or null where none is needed.</param>
/// <param name="Options">Completed by <see cref="ITechnique.Complete"/>.</param>
/// <param name="Seed">Starts the run's own random generator.</param>
public sealed record TechniqueInput(Network? Network, Picture? Picture, TechniqueOptions Options, long Seed)
{
    /// <summary>The pictures of <see cref="ITechnique.PictureIds"/> by id.</summary>
    public IReadOnlyDictionary<string, Picture> Pictures { get; init; } = new Dictionary<string, Picture>();

    /// <summary>The data set of <see cref="ITechnique.DataSetId"/>, or null where none is needed.</summary>
    public DataSet? DataSet { get; init; }

    /// <summary>Where to go on, or null to begin at the start. A technique that makes no checkpoints always begins at the start.</summary>
    public Checkpoint? From { get; init; }

    /// <summary>Whether the frame of a step, out of so many, is to carry a checkpoint if the technique can make one there.</summary>
    public Func<int, int, bool> Checkpoints { get; init; } = (_, _) => false;

    /// <summary>The options that hold for a step, where some have changed since the start: see <see cref="LiveAttribute"/>.</summary>
    public Func<int, TechniqueOptions>? Changing { get; init; }

    /// <summary>The first step there is to do.</summary>
    internal int FirstStep => (From?.Step ?? 0) + 1;

    /// <summary>The options that hold for a step.</summary>
    internal TechniqueOptions OptionsAt(int step) => Changing?.Invoke(step) ?? Options;

    /// <summary>The frame, with a checkpoint where one is wanted.</summary>
    /// <param name="values">Asked for only then.</param>
    internal Frame Marked(Frame frame, Func<IReadOnlyDictionary<string, FloatArray>> values) =>
        frame.Step < frame.Total && Checkpoints(frame.Step, frame.Total)
            ? frame with { Checkpoint = new Checkpoint(frame.Step, values()) }
            : frame;
}
