namespace CnnVis.Web.Components.Playground;

/// <summary>The same map under one convention.</summary>
/// <param name="Title">The convention's name, a key of <see cref="Languages.Words"/>.</param>
/// <param name="Sentence">What the choice changes, a key too.</param>
/// <param name="Picture">The map over its picture, as a data address.</param>
/// <param name="Correlation">Spearman's correlation to the usual map, or null where one of them is the same everywhere.</param>
/// <param name="Difference">The largest difference to the usual map on the scale from 0 to 1.</param>
internal sealed record ConventionTile(string Title, string Sentence, string Picture, double? Correlation, double Difference);

/// <summary>The tiles there are, and a sentence, also a key, for each that there is not.</summary>
internal sealed record ConventionSet(IReadOnlyList<ConventionTile> Tiles, IReadOnlyList<string> Missing);
