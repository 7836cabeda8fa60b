using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>The map of one class in one layer, step by step. Owns its tensors: dispose it.</summary>
internal sealed class CamMap : IDisposable
{
    private readonly GradCamOptions _options;
    private readonly Examination _examined;
    private readonly Score _score;
    private readonly Tensor _activation;
    private readonly Func<Tensor> _next;
    private Tensor? _guided;

    public CamMap(GradCamOptions options, Examination examined, LayerLook look, string layer, int target)
    {
        (_options, _examined) = (options, examined);
        _score = Score.OfClass(options.Score, examined.Network.Graph, target);
        using (NewDisposeScope())
        {
            _activation = look.Activation(layer).DetachFromDisposeScope();
        }

        Steps = StepsFor(options.Method, examined.Network.Info.Layer(layer));
        _next = options.Method switch
        {
            CamMethod.ScoreCam => new ScoreCam(examined.Network, _score, examined.Input, _activation).Step,
            CamMethod.EigenCam => () => CamFormulas.Eigen(_activation),
            _ => () => CamFormulas.Map(options.Method, _activation, look.Gradient(_score, layer)),
        };
    }

    public int Steps { get; }

    public static int StepsFor(CamMethod method, Layer layer) => method == CamMethod.ScoreCam ? ScoreCam.StepsFor(layer.Channels) : 1;

    /// <summary>Goes one step on, in the caller's dispose scope.</summary>
    public CamShot Step()
    {
        var raw = _next();
        var map = _options.Relu ? raw.clamp_min(0) : raw;
        return new CamShot(raw, map, _options.Guided ? Guide(map) : null);
    }

    public void Dispose()
    {
        _activation.Dispose();
        _guided?.Dispose();
    }

    // The same in each step, as it depends on picture and class only.
    private Tensor Guide(Tensor map)
    {
        _guided ??= GuidedGradCam.Backpropagation(_examined.Network, _score, _examined.Input).DetachFromDisposeScope();
        return GuidedGradCam.Times(_guided, map, _options.Upsampling);
    }
}

/// <summary>What one step found.</summary>
/// <param name="Raw">The map before the final ReLU, [height, width].</param>
/// <param name="Map">The map, [height, width].</param>
/// <param name="Attribution">Guided Grad-CAM, [3, height, width] of the input, or null where it was not asked for.</param>
internal sealed record CamShot(Tensor Raw, Tensor Map, Tensor? Attribution);
