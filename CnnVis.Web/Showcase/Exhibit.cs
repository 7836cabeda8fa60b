using CnnVis.Core.Techniques;

namespace CnnVis.Web.Showcase;

/// <summary>Something to watch on the start page.</summary>
/// <param name="Id">A short word for the page, such as <c>frog</c>.</param>
/// <param name="Title">What forms, for people: a key of <see cref="Languages.Words"/>.</param>
/// <param name="Technique">The technique's id, and the address of its page.</param>
/// <param name="Sample">The title of the sample picture it starts from, or null where it starts from noise.</param>
/// <param name="Options">All of the built-in network.</param>
public sealed record Exhibit(string Id, string Title, string Technique, string? Sample, TechniqueOptions Options);
