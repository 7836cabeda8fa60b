using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>
/// Grad-CAM (Selvaraju et al. 2016, arXiv 1610.02391) and its relatives: where in a picture a layer finds a class.
/// A step is one map, of a class in a layer; Score-CAM's map builds up over many.
/// </summary>
public sealed class GradCamTechnique() : NetworkTechnique<GradCamOptions>("grad-cam", "Grad-CAM")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(GradCamOptions options) => true;

    /// <inheritdoc/>
    protected override GradCamOptions CompleteFor(GradCamOptions options, NetworkInfo network) =>
        GradCamChecks.Complete(options, network);

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, GradCamOptions options)
    {
        using var examined = new Examination(network, input.Picture!);
        var asked = examined.Resolve(options.Method == CamMethod.EigenCam ? ClassTargets.Top : options.Target); // it has no class
        var layers = CamLayers.Of(options, network.Info);
        var total = layers.Sum(layer => asked.Count * CamMap.StepsFor(options.Method, network.Info.Layer(layer)));
        yield return examined.Frame(0, total, asked);

        using var look = new LayerLook(network, examined.Input, layers, recorded: options.Method is not (CamMethod.ScoreCam or CamMethod.EigenCam));
        var results = new CamResults(options, examined, layers.Count > 1);
        var step = 0;
        foreach (var (layer, prediction) in from layer in layers from prediction in asked select (layer, prediction))
        {
            using var map = new CamMap(options, examined, look, layer, prediction.Class);
            results.Begin(layer, prediction);
            for (var i = 0; i < map.Steps; i++)
            {
                Advance(map);
                var frame = examined.Frame(++step, total, asked) with { Maps = results.Maps };
                yield return step < total ? frame : frame with { Arrays = results.Arrays() };
            }
        }

        void Advance(CamMap map)
        {
            using var scope = NewDisposeScope();
            results.Show(map.Step());
        }
    }
}
