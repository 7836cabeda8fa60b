namespace CnnVis.Core.Attribution;

/// <summary>An object whose place is known in the square that a network sees.</summary>
/// <param name="Names">What networks may call its class; the first one is for people.</param>
/// <param name="Box">Its place in that square.</param>
public sealed record SeenObject(IReadOnlyList<string> Names, Box Box)
{
    /// <summary>Whether it is of the class that a network calls so; ImageNet's names are lists, such as <c>tabby, tabby cat</c>.</summary>
    public bool IsOf(string className) => className.Split(", ").Intersect(Names).Any();
}
