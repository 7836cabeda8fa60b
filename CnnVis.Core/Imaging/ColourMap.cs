namespace CnnVis.Core.Imaging;

/// <summary>256 colours in a row, for numbers from 0 to 1.</summary>
public sealed class ColourMap
{
    /// <summary>The number of colours.</summary>
    public const int Size = 256;

    private readonly byte[] _rgb;

    private ColourMap(string id, string title, byte[] rgb, bool isDiverging = false) =>
        (Id, Title, _rgb, IsDiverging) = (id, title, rgb, isDiverging);

    /// <summary>Dark violet over green to yellow; lightness grows evenly. By Smith and van der Walt, 2015.</summary>
    public static ColourMap Viridis { get; } = new("viridis", "Viridis", ColourTables.Between(ColourAnchors.Viridis));

    /// <summary>Black over purple to light yellow; lightness grows evenly. By Smith and van der Walt, 2015.</summary>
    public static ColourMap Magma { get; } = new("magma", "Magma", ColourTables.Between(ColourAnchors.Magma));

    /// <summary>Black over red to bright yellow; lightness grows evenly. By Smith and van der Walt, 2015.</summary>
    public static ColourMap Inferno { get; } = new("inferno", "Inferno", ColourTables.Between(ColourAnchors.Inferno));

    /// <summary>A rainbow without the bands of <see cref="Jet"/>; brightest in the middle. By Mikhailov, 2019.</summary>
    public static ColourMap Turbo { get; } = new("turbo", "Turbo", ColourTables.Between(ColourAnchors.Turbo));

    /// <summary>Blue, nearly white, red: for numbers on both sides of zero. Lightness is the same on either side.</summary>
    public static ColourMap BlueRed { get; } = new("blue-red", "Blue to red", ColourTables.BlueRed(), isDiverging: true);

    /// <summary>The rainbow of older papers. Its bright bands show edges that are not in the numbers: for the habit only.</summary>
    public static ColourMap Jet { get; } = new("jet", "Jet", ColourTables.Jet());

    /// <summary>All of them, the recommended first.</summary>
    public static IReadOnlyList<ColourMap> All { get; } = [Viridis, Magma, Inferno, Turbo, BlueRed, Jet];

    /// <summary>A stable word for programs.</summary>
    public string Id { get; }

    /// <summary>Its name for people.</summary>
    public string Title { get; }

    /// <summary>Whether its middle stands for zero, and its halves for the two signs.</summary>
    public bool IsDiverging { get; }

    /// <summary>Three bytes (red, green, blue) for each of the 256 colours, the one for 0 first.</summary>
    public ReadOnlySpan<byte> Rgb => _rgb;

    /// <summary>The colour map with that id.</summary>
    /// <exception cref="UnknownThingException">There is none.</exception>
    public static ColourMap Find(string id) => All.FirstOrDefault(map => map.Id == id)
        ?? throw new UnknownThingException("colour-map", id, $"There are {string.Join(", ", All.Select(map => map.Id))}.");

    /// <summary>The usual one: with two sides where both signs are to be seen.</summary>
    public static ColourMap Usual(bool showsSign) => showsSign ? BlueRed : Inferno;

    /// <summary>The place in <see cref="Rgb"/> of the colour for a number: the nearest of the 256.</summary>
    /// <param name="value">0 to 1; what lies outside takes the colour of that end.</param>
    internal static int Offset(double value) => 3 * (value > 0 ? (int)((Math.Min(value, 1) * (Size - 1)) + 0.5) : 0);
}
