using System.Collections.Immutable;
using CnnVis.Web.Components.Frames;

namespace CnnVis.Web.Classrooms;

/// <summary>What the teacher has on the screen, for all to follow.</summary>
/// <param name="Title">The technique.</param>
/// <param name="Address">Where the same settings open, relative to the application: what "take it over" leads to.</param>
/// <param name="Pictures">What stands side by side, left to right; empty while nothing runs.</param>
public sealed record Screen(string Title, string Address, ImmutableList<ScreenPicture> Pictures)
{
    /// <summary>How maps are looked at, or null where the pictures are no maps.</summary>
    public MapView? View { get; init; }

    /// <summary>The settings of what would run next, in few words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Within bounds, whatever was sent. One run may stand there twice, at two of its steps.</summary>
    public Screen Bounded() => this with { Pictures = [.. Pictures.Take(4)] };

    public bool Same(Screen other) => (Title, Address, View, Words) == (other.Title, other.Address, other.View, other.Words) && Pictures.SequenceEqual(other.Pictures);
}

/// <param name="RunId">The run that makes it.</param>
/// <param name="Words">Its settings in few words.</param>
/// <param name="Step">The step that is looked back at, or null for the newest.</param>
public sealed record ScreenPicture(string RunId, string Words, int? Step = null);

/// <summary>Where the teacher points.</summary>
/// <param name="Picture">The place of the picture, or of the map, among all on the screen, from 0.</param>
/// <param name="X">From the left, 0 to 1.</param>
/// <param name="Y">From the top, 0 to 1.</param>
public sealed record PointerPlace(int Picture, double X, double Y)
{
    /// <summary>Inside the picture, whatever was sent.</summary>
    public PointerPlace Bounded() => new(Math.Clamp(Picture, 0, 63), Inside(X), Inside(Y));

    private static double Inside(double share) => double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 0;
}
