using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>The map of one class in one layer, step by step. Owns its tensors: dispose it.</summary>
internal sealed class CamMap : IDisposable
{
    private readonly GradCamOptions _options;
    private readonly Examination _examined;
    private readonly Score _score;
    private readonly Tensor _activation;
    private readonly Func<Tensor> _next;

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

    public void Dispose() => _activation.Dispose();

    // Guided Grad-CAM (Selvaraju et al. 2016, section 3.2): the fine structure of guided backpropagation, where the map is warm.
    private Tensor Guide(Tensor map)
    {
        using var scope = NewDisposeScope();
        var guided = _score.Gradient(_examined.Network, _examined.Input, new ExecutionRules(Relu: ReluRule.Guided))[0];
        return (guided * Enlarge(map, guided.shape[1], guided.shape[2], _options.Upsampling)).MoveToOuterDisposeScope();
    }

    private static Tensor Enlarge(Tensor map, long height, long width, Upsampling upsampling)
    {
        var single = map.unsqueeze(0).unsqueeze(0);
        return upsampling == Upsampling.Nearest
            ? functional.interpolate(single, [height, width], mode: InterpolationMode.Nearest)[0]
            : functional.interpolate(single, [height, width], mode: InterpolationMode.Bilinear, align_corners: false)[0];
    }
}

/// <summary>What one step found.</summary>
/// <param name="Raw">The map before the final ReLU, [height, width].</param>
/// <param name="Map">The map, [height, width].</param>
/// <param name="Attribution">Guided Grad-CAM, [3, height, width] of the input, or null where it was not asked for.</param>
internal sealed record CamShot(Tensor Raw, Tensor Map, Tensor? Attribution);
