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

    /// <summary>Checks the seed.</summary>
    /// <exception cref="InvalidOptionsException">It is out of range.</exception>
    public void ValidateSeed()
    {
        if (Seed is < 0 or > MaxSeed)
        {
            throw new InvalidOptionsException($"seed must be 0 to {MaxSeed}.");
        }
    }
}
