using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Data;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Lab;

/// <summary>Examines a network on test pictures, some at a time.</summary>
/// <param name="data">Tells which of them are scenes of two things.</param>
internal sealed class LabExam(LabModel model, LabelledPictures pictures, DataSetInfo data)
{
    private readonly BatchMaker _maker = new(pictures);
    private readonly float[] _confusion = new float[data.Classes.Count * data.Classes.Count];
    private readonly PointingScore _single = new(), _double = new();
    private double _loss;

    /// <summary>For each class, how often each was answered, [classes, classes]: rows are what the pictures show.</summary>
    public FloatArray Confusion => new([data.Classes.Count, data.Classes.Count], [.. _confusion]);

    /// <summary>Examines some more pictures.</summary>
    /// <param name="piece">From 0; each is <see cref="LabPlan.ExamBatch"/> pictures.</param>
    public void Examine(int piece)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var start = piece * LabPlan.ExamBatch;
        int[] indices = [.. Enumerable.Range(start, Math.Min(LabPlan.ExamBatch, pictures.Count - start))];
        var (images, classes) = _maker.Make(indices, new SplitMix(0));
        var (maps, logits) = model.Look(images, ExecutionRules.Evaluation);
        Count(logits, classes, Math.Min(indices.Length, data.Test - start));
        Point(maps, indices);
    }

    /// <summary>What came out, by name.</summary>
    public Dictionary<string, double> Scores()
    {
        var right = Enumerable.Range(0, data.Classes.Count).Sum(one => _confusion[one * (data.Classes.Count + 1)]);
        var scores = new Dictionary<string, double> { ["test-loss"] = _loss / data.Test, ["test-accuracy"] = right / (double)data.Test };
        _single.Tell("pointing", scores);
        _double.Tell("pointing-two", scores);
        return scores;
    }

    private void Count(Tensor logits, Tensor classes, int count)
    {
        if (count <= 0)
        {
            return;
        }

        var (said, shown) = (logits.narrow(0, 0, count), classes.narrow(0, 0, count));
        _loss += functional.cross_entropy(said, shown, reduction: Reduction.Sum).ToDouble();
        foreach (var (row, column) in shown.data<long>().Zip(said.argmax(1).data<long>()))
        {
            _confusion[(row * data.Classes.Count) + column]++;
        }
    }

    private void Point(Tensor maps, int[] indices)
    {
        if (pictures.Objects is not { } objects)
        {
            return;
        }

        for (var i = 0; i < indices.Length; i++)
        {
            foreach (var thing in objects[indices[i]])
            {
                (indices[i] < data.Test ? _single : _double).Play(PictureTensors.ToFloatArray(maps[i, thing.Class]), thing.Box);
            }
        }
    }
}
