using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.ContentInversion;

/// <summary>The inversions of a run side by side, and what there is to tell about them.</summary>
internal sealed class Inversions : IDisposable
{
    private readonly List<Inversion> _each = [];
    private readonly Tensor _original;

    public Inversions(Network network, TechniqueInput input, ContentOptions options)
    {
        using (NewDisposeScope())
        {
            _original = PictureTensors.ToTensor(PictureResizer.Square(input.Picture!, options.Size!.Value)).DetachFromDisposeScope();
        }

        try
        {
            var layers = options.Layers.Count > 0 ? options.Layers : [options.Layer!];
            foreach (var layer in layers)
            {
                _each.Add(new Inversion(network, input, options, layer, _original));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Does one step in each.</summary>
    /// <returns>The mean objective of the pictures before the step.</returns>
    public double Step() => _each.Average(one => one.Step());

    /// <summary>From the next step on these options hold.</summary>
    public void Change(ContentOptions options) => _each.ForEach(one => one.Change(options));

    /// <summary>All that decides the next steps: what <see cref="Recall"/> takes.</summary>
    public IReadOnlyDictionary<string, FloatArray> Remember() =>
        _each.SelectMany(one => Checkpoint.Under(one.Layer, one.Remember())).ToDictionary();

    /// <summary>Goes on where inversions of the same layers stood.</summary>
    public void Recall(Checkpoint from) => _each.ForEach(one => one.Recall(from.Part(one.Layer)));

    /// <summary>Finds the errors of the pictures as they stand.</summary>
    public void Measure() => _each.ForEach(one => one.Measure());

    /// <summary>The pictures, in the order of the layers, [layers, 3, size, size], in the caller's dispose scope.</summary>
    public Tensor Render()
    {
        using var scope = NewDisposeScope();
        return cat([.. _each.Select(one => one.Render())]).MoveToOuterDisposeScope();
    }

    /// <summary>One picture as it is; of several a sheet that begins with the original.</summary>
    public Tensor Sheet(Tensor images)
    {
        using var scope = NewDisposeScope();
        return TensorSheet.Of(_each.Count == 1 ? images : cat([_original, images])).MoveToOuterDisposeScope();
    }

    /// <summary>Errors, of a grey picture too, and distances in pixels: of one layer, or the means and each by its layer.</summary>
    /// <param name="measured">Whether the errors are known.</param>
    public IEnumerable<(string Name, double Value)> Numbers(Tensor images, bool measured)
    {
        using var scope = NewDisposeScope();
        var distances = (images - _original).square().mean([1, 2, 3]).sqrt();
        var rows = _each.Select((one, i) => (one, Distance: (double)distances[i].item<float>())).ToList();
        List<(string, double)> numbers = [("blank", rows.Average(row => row.one.Blank)), ("distance", rows.Average(row => row.Distance))];
        if (measured)
        {
            numbers.Add(("error", rows.Average(row => row.one.Error)));
        }

        if (rows.Count > 1)
        {
            numbers.AddRange(rows.Select(row => ($"blank.{row.one.Layer}", row.one.Blank)));
            numbers.AddRange(rows.Select(row => ($"distance.{row.one.Layer}", row.Distance)));
            numbers.AddRange(rows.Where(_ => measured).Select(row => ($"error.{row.one.Layer}", row.one.Error)));
        }

        return numbers;
    }

    /// <summary>Frees what they hold across steps.</summary>
    public void Dispose()
    {
        _each.ForEach(one => one.Dispose());
        _original.Dispose();
    }
}
