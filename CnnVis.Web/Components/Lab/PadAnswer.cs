using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Components.Lab;

/// <summary>What a network says about a drawing.</summary>
/// <param name="Epoch">The epoch at whose end it was as it is.</param>
/// <param name="Frame">The last frame of the run that asked for all class maps.</param>
internal sealed record PadAnswer(int Epoch, Frame Frame)
{
    private readonly MapRules _rules = MapRules.Usual(Frame.Maps[0].HasSign);

    /// <summary>All classes, the most probable first.</summary>
    public IReadOnlyList<Prediction> Predictions => Frame.Predictions;

    /// <summary>The map of a class over the drawing, all on one scale, as a picture in an address; or that of the most probable one.</summary>
    public (string Title, string Url) MapOf(int target)
    {
        var place = Math.Max(0, Predictions.Select(prediction => prediction.Class).ToList().IndexOf(target));
        var map = Frame.Maps[place];
        var scale = HeatMapDisplay.Scale(Frame.Maps.Select(other => other.Values), _rules);
        var shown = HeatMapDisplay.Over(Frame.Picture, map.Values, _rules, ColourMap.Usual(map.HasSign), scale: scale);
        return (map.Title, $"data:image/png;base64,{Convert.ToBase64String(PictureEncoder.Png(shown))}");
    }
}
