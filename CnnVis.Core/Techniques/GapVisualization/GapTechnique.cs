using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GapVisualization;

/// <summary>
/// Class activation maps (Zhou et al. 2016, arXiv 1512.04150; Lin et al. 2013, arXiv 1312.4400): a network that ends in
/// global average pooling says for each class where it is. The class's logit is the mean of its map, plus the bias
/// where the head has one. One pass gives all maps; each is shown in a step of its own.
/// </summary>
public sealed class GapTechnique() : NetworkTechnique<GapOptions>("gap", "Class activation maps")
{
    /// <summary>Whether a network ends in a way that gives class activation maps.</summary>
    public static bool Serves(NetworkInfo network) => ClassMapHead.Of(network.Graph) is not null;

    /// <inheritdoc/>
    protected override bool NeedsPicture(GapOptions options) => true;

    /// <inheritdoc/>
    protected override GapOptions CompleteFor(GapOptions options, NetworkInfo network)
    {
        network.RequireClasses(options.Target);
        _ = HeadOf(network);
        return options with { Count = Math.Min(options.Count, network.Classes.Count) };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, GapOptions options)
    {
        using var examined = new Examination(network, input.Picture!);
        var asked = examined.Resolve(options.Target, options.Count);
        var maps = new List<HeatMap>();
        yield return examined.Frame(0, asked.Count, asked);

        var all = MapsOf(network, examined, asked);
        for (var step = 1; step <= asked.Count; step++)
        {
            maps.Add(all[step - 1]);
            var frame = examined.Frame(step, asked.Count, asked) with { Maps = [.. maps] };
            yield return step < asked.Count ? frame : frame with { Arrays = Raw(examined, maps) };
        }
    }

    private static ClassMapHead HeadOf(NetworkInfo network) =>
        ClassMapHead.Of(network.Graph) ?? throw new UnsuitableNetworkException(
            $"{network.Title} has no class activation maps, because it does not end in global average pooling and at most "
            + "one linear layer. Grad-CAM works on it; class activation maps need a network such as builtin, squeezenet1_1 or resnet18.");

    private static List<HeatMap> MapsOf(Network network, Examination examined, IReadOnlyList<Prediction> asked)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var head = HeadOf(network.Info);
        var pooled = GraphExecutor.Run(network.Graph, network.Parameters, examined.Input, [head.Maps])[head.Maps];
        return [.. asked.Select(prediction => MapOf(network, head, pooled, prediction))];
    }

    private static HeatMap MapOf(Network network, ClassMapHead head, Tensor pooled, Prediction prediction)
    {
        var map = head.ClassMap(network, pooled, prediction.Class);
        return new HeatMap(prediction.Name, PictureTensors.ToFloatArray(map), head.HasSign)
        {
            Class = prediction.Name,
            Note = MapNotes.IfSilent(map) ?? Sum(map.mean().item<float>(), head, head.Bias(network, prediction.Class), prediction),
        };
    }

    // The lesson in one line: the logit is nothing but the map's mean.
    private static string Sum(double mean, ClassMapHead head, double bias, Prediction prediction) => head.Linear is null
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"logit {prediction.Logit:0.00} = mean of the map")
        : string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"logit {prediction.Logit:0.00} = mean of the map {mean:0.00} {(bias < 0 ? "−" : "+")} bias {Math.Abs(bias):0.00}");

    private static Dictionary<string, FloatArray> Raw(Examination examined, List<HeatMap> maps)
    {
        var arrays = examined.Arrays();
        arrays["class-maps"] = MapNotes.Stacked(maps);
        return arrays;
    }
}
