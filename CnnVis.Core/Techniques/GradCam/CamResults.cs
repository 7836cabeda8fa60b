using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>The maps found so far, in managed memory.</summary>
/// <param name="sweeps">Whether there are several layers: then the layer is what tells the maps apart.</param>
internal sealed class CamResults(GradCamOptions options, Examination examined, bool sweeps)
{
    private readonly List<Result> _results = [];
    private string _layer = "";
    private Prediction? _prediction;
    private bool _begun;

    /// <summary>The maps to show, the newest last.</summary>
    public IReadOnlyList<HeatMap> Maps => [.. _results.Select(result => result.Shown)];

    /// <summary>The next shots belong to this layer and class.</summary>
    public void Begin(string layer, Prediction prediction) => (_layer, _prediction, _begun) = (layer, prediction, true);

    /// <summary>Takes a shot; a later one of the same layer and class replaces it.</summary>
    public void Show(CamShot shot)
    {
        if (!_begun)
        {
            _results.RemoveAt(_results.Count - 1);
        }

        _begun = false;
        _results.Add(new Result(
            _layer,
            Shown(shot),
            PictureTensors.ToFloatArray(shot.Raw),
            PictureTensors.ToFloatArray(shot.Map),
            shot.Attribution is { } attribution ? PictureTensors.ToFloatArray(attribution) : null));
    }

    /// <summary>
    /// The raw results. <c>heatmap</c> is the first map and <c>heatmap-raw</c> the same before the ReLU; further classes
    /// are in <c>heatmaps</c>, [classes, height, width], further layers in <c>heatmap.layer</c>.
    /// </summary>
    public Dictionary<string, FloatArray> Arrays()
    {
        var arrays = examined.Arrays();
        arrays["heatmap"] = _results[0].Map;
        arrays["heatmap-raw"] = _results[0].Raw;
        if (_results[0].Attribution is { } attribution)
        {
            arrays["attribution"] = attribution;
        }

        if (sweeps)
        {
            _results.ForEach(result => arrays[$"heatmap.{result.Layer}"] = result.Map);
        }
        else
        {
            arrays["heatmaps"] = MapNotes.Stacked([.. _results.Select(result => new HeatMap("", result.Map))]);
        }

        return arrays;
    }

    private HeatMap Shown(CamShot shot)
    {
        var map = shot.Attribution is { } attribution ? attribution.sum(dim: 0) : shot.Map;
        return new HeatMap(Title(), PictureTensors.ToFloatArray(map), shot.Attribution is not null || !options.Relu)
        {
            Class = options.Method == CamMethod.EigenCam ? null : _prediction!.Name,
            Note = MapNotes.IfSilent(shot.Map),
        };
    }

    private string Title() => (sweeps, options.Method) switch
    {
        (true, _) or (_, CamMethod.EigenCam) => _layer,
        _ => _prediction!.Name,
    };

    private sealed record Result(string Layer, HeatMap Shown, FloatArray Raw, FloatArray Map, FloatArray? Attribution);
}
