using CnnVis.Core.Techniques;

namespace CnnVis.Core;

/// <summary>Everything that decides what a run computes. The same spec gives the same frames.</summary>
/// <param name="Technique">The technique's id, such as <c>deepdream</c>.</param>
/// <param name="Network">The network's id, such as <c>builtin</c>.</param>
/// <param name="Image">The picture's id (SHA-256 of its file, in hexadecimal), or null where none is needed.</param>
/// <param name="Options">The technique's options.</param>
/// <param name="Seed">Starts the run's random generator.</param>
public sealed record RunSpec(string Technique, string Network, string? Image, TechniqueOptions Options, long Seed = 0);
