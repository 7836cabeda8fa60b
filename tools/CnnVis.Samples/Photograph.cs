using CnnVis.Core.Attribution;

namespace CnnVis.Samples;

/// <summary>A photograph in the public domain, from scikit-image's data (see CREDITS.md).</summary>
/// <param name="Name">The sample's name without its ending.</param>
/// <param name="File">The file among scikit-image's data.</param>
/// <param name="Boxes">What is where in the sample, measured by eye.</param>
internal sealed record Photograph(string Name, string File, params KnownBox[] Boxes)
{
    /// <summary>The longer side of a sample in pixels.</summary>
    public const int Side = 512;

    // The cat has no box: it fills the square that networks see.
    public static IReadOnlyList<Photograph> All { get; } =
    [
        new("11-espresso", "coffee.png", new KnownBox(["cup", "coffee mug", "espresso"], 149, 14, 198, 246)),
        new("12-tabby-cat", "chelsea.png"),
        new("13-rocket-at-dusk", "rocket.jpg", new KnownBox(["rocket", "missile", "projectile, missile"], 240, 100, 36, 225)),
    ];
}
