using CnnVis.Core.Techniques;

namespace CnnVis.Core;

/// <summary>Everything that decides what a run computes. The same spec gives the same frames.</summary>
/// <param name="Technique">The technique's id, such as <c>deepdream</c>.</param>
/// <param name="Network">The network's id, such as <c>builtin</c>, or null where none is needed.</param>
/// <param name="Image">The picture's id (SHA-256 of its file, in hexadecimal), or null where none is needed.</param>
/// <param name="Options">The technique's options.</param>
/// <param name="Seed">Starts the run's random generator, 0 to <see cref="MaxSeed"/>.</param>
public sealed record RunSpec(string Technique, string? Network, string? Image, TechniqueOptions Options, long Seed = 0)
{
    /// <summary>libtorch's generator looks at 32 bits: larger seeds would only repeat smaller ones.</summary>
    public const long MaxSeed = uint.MaxValue;

    /// <summary>How often a run's options can change.</summary>
    public const int MostChanges = 64;

    // More than any technique does.
    private const int MostSteps = 1_000_000;

    /// <summary>What was changed while the run went on, in order; with it the run shows the same again.</summary>
    public IReadOnlyList<OptionsChange> Changes { get; init; } = [];

    /// <summary>The options that hold for a step.</summary>
    public TechniqueOptions OptionsAt(int step) => Changes
        .TakeWhile(change => change.After < step)
        .Aggregate(Options, (options, change) => LiveOptions.With(options, change.Options));

    /// <summary>The spec with one more change; one after the same step joins the last.</summary>
    /// <exception cref="InvalidOptionsException">It was changed as often as it can be.</exception>
    public RunSpec With(OptionsChange change)
    {
        var before = Changes.Where(other => other.After != change.After).ToList();
        var joined = Changes.Where(other => other.After == change.After).Append(change)
            .SelectMany(one => one.Options).GroupBy(option => option.Key, option => option.Value)
            .ToDictionary(option => option.Key, option => option.Last());
        return before.Count < MostChanges ? this with { Changes = [.. before.Append(change with { Options = joined }).OrderBy(one => one.After)] } : throw TooMany();
    }

    /// <summary>Checks the seed.</summary>
    /// <exception cref="InvalidOptionsException">It is out of range.</exception>
    public void ValidateSeed()
    {
        if (Seed is < 0 or > MaxSeed)
        {
            throw new InvalidOptionsException($"seed must be 0 to {MaxSeed}.");
        }
    }

    /// <summary>Checks what was changed on the way, as the options themselves are checked.</summary>
    /// <param name="complete">See <see cref="ITechnique.Complete"/>.</param>
    /// <exception cref="CnnVisException">The changes are too many, not in order, or one is not allowed.</exception>
    public void ValidateChanges(Func<TechniqueOptions, TechniqueOptions> complete)
    {
        if (Changes.Count > MostChanges)
        {
            throw TooMany();
        }

        for (var i = 0; i < Changes.Count; i++)
        {
            if (Changes[i] is not { Options.Count: > 0, After: <= MostSteps })
            {
                throw new InvalidOptionsException($"Each of the changes must name options, and a step of at most {MostSteps}.");
            }

            if (Changes[i].After < (i == 0 ? 0 : Changes[i - 1].After + 1))
            {
                throw new InvalidOptionsException("changes must be in order, each after a later step than the one before.");
            }

            _ = complete(OptionsAt(Changes[i].After + 1));
        }
    }

    private static InvalidOptionsException TooMany() => new($"The options of a run can change {MostChanges} times at most.");
}
