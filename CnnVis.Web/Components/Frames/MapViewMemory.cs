namespace CnnVis.Web.Components.Frames;

/// <summary>How a visitor looks at maps, kept from page to page. One per circuit.</summary>
public sealed class MapViewMemory
{
    public MapView View { get; set; } = new();
}
