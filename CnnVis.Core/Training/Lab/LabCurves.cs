using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Lab;

/// <summary>Every number that a training told, by its name, in order.</summary>
internal sealed class LabCurves
{
    private readonly Dictionary<string, List<double>> _all = [];

    /// <summary>Takes a step's numbers.</summary>
    public void Add(IReadOnlyDictionary<string, double> scalars)
    {
        foreach (var (name, value) in scalars)
        {
            if (!_all.TryGetValue(name, out var values))
            {
                _all[name] = values = [];
            }

            values.Add(value);
        }
    }

    /// <summary>An epoch's numbers: what the exam found, and beside it the means over the epoch's batches.</summary>
    /// <param name="batches">How many batches an epoch has.</param>
    /// <param name="scores">What the exam found.</param>
    public Dictionary<string, double> Epoch(int batches, Dictionary<string, double> scores) => new(scores)
    {
        ["train-loss"] = _all["loss"].TakeLast(batches).Average(),
        ["train-accuracy"] = _all["accuracy"].TakeLast(batches).Average(),
    };

    /// <summary>Begins with what <see cref="Arrays"/> told.</summary>
    public void Recall(IReadOnlyDictionary<string, FloatArray> curves)
    {
        foreach (var (name, values) in curves)
        {
            _all[name] = [.. values.Values];
        }
    }

    /// <summary>All of them as arrays, [values].</summary>
    public Dictionary<string, FloatArray> Arrays() => _all.ToDictionary(
        curve => curve.Key, curve => new FloatArray([curve.Value.Count], [.. curve.Value.Select(value => (float)value)]));
}
