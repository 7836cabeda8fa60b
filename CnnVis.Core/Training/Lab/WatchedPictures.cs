using System.Globalization;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// The test pictures that are watched, side by side in one strip, and the class maps that lie over it. Owns a tensor:
/// dispose it.
/// </summary>
internal sealed class WatchedPictures : IDisposable
{
    // Shown at least so high, in pixels.
    private const int Height = 96;

    // As wide as a cell of maps with a quarter of the picture's resolution, so that the maps' cells lie in step with it.
    private const int Gap = 4;
    private readonly DataSetInfo _data;
    private readonly Tensor _images;

    public WatchedPictures(DataSet data, IReadOnlyList<int> indices)
    {
        _data = data.Info;
        var pictures = indices.Select(data.Show).ToList();
        using var scope = NewDisposeScope();
        _images = cat([.. pictures.Select(PictureTensors.ToTensor)]).DetachFromDisposeScope();
        Strip = PictureStrip.Of(pictures, Gap, (Height + _data.Side - 1) / _data.Side);
    }

    /// <summary>The pictures side by side, enlarged, with white between them.</summary>
    public Picture Strip { get; }

    /// <summary>A map for each class, over the whole strip; its note tells the class's probability in each picture.</summary>
    public IReadOnlyList<HeatMap> Look(LabModel model)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var (maps, logits) = model.Look(_images, ExecutionRules.Evaluation);
        var cell = _data.Side / (int)maps.shape[3];
        var rows = Joined(maps, Gap / cell);
        var chances = logits.softmax(1);
        var sign = maps.min().ToDouble() < 0;
        return [.. _data.Classes.Select((name, index) => new HeatMap(name, PictureTensors.ToFloatArray(rows[index]), sign)
        {
            Note = string.Join(" · ", Enumerable.Range(0, (int)chances.shape[0]).Select(i => Percent(chances[i, index]))),
        })];
    }

    public void Dispose() => _images.Dispose();

    // [pictures, classes, h, w] side by side as [classes, h, width], with nothing between them.
    private static Tensor Joined(Tensor maps, int gap)
    {
        var (height, width) = (maps.shape[2], maps.shape[3]);
        var space = zeros(maps.shape[1], height, gap);
        var parts = Enumerable.Range(0, (int)maps.shape[0]).SelectMany(i => i == 0 ? new[] { maps[i] } : [space, maps[i]]);
        return cat([.. parts], dim: 2);
    }

    private static string Percent(Tensor share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share.item<float>():0} %");
}
