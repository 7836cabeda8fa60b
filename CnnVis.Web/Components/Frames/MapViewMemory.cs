namespace CnnVis.Web.Components.Frames;

/// <summary>How a visitor looks at each technique's maps, kept from page to page. One per circuit.</summary>
public sealed class MapViewMemory
{
    private readonly Dictionary<string, MapView> _views = [];

    /// <param name="usual">The view until the visitor chose another.</param>
    public MapView Of(string technique, MapView usual) => _views.GetValueOrDefault(technique, usual);

    public void Keep(string technique, MapView view) => _views[technique] = view;
}
