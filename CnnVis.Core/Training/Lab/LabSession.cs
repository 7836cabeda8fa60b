using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>A training as it goes on, step by step. Owns tensors: dispose it.</summary>
internal sealed class LabSession : IDisposable
{
    // Whoever guesses has a loss of log 10 = 2.3.
    private const double LargestLoss = 100;
    private readonly GapLabOptions _options;
    private readonly LabPlan _plan;
    private readonly DataSet _data;
    private readonly long _seed;
    private readonly PictureLoad _test, _training;
    private readonly LabModel _model;
    private readonly WatchedPictures _watched;
    private readonly LabCurves _curves = new();
    private LabTrainer? _trainer;
    private LabExam? _exam;
    private IReadOnlyList<HeatMap> _maps;

    public LabSession(DataSet data, GapLabOptions options, long seed)
    {
        (_data, _options, _seed) = (data, options, seed);
        _plan = LabPlan.Of(options);
        (_test, _training) = (data.Test(), data.Training(options.TrainingPictures!.Value));
        _watched = new WatchedPictures(data, options.Pictures);
        _model = new LabModel(options, seed);
        _maps = _watched.Look(_model);
    }

    /// <summary>The number of steps.</summary>
    public int Total => _plan.Total;

    /// <summary>Does a step; they are done in order.</summary>
    /// <exception cref="DivergedTrainingException">The loss grew without end.</exception>
    public Frame Do(int step)
    {
        var moment = _plan.At(step);
        var scalars = moment.Work switch
        {
            LabWork.Load => Load(step),
            LabWork.Train => Train(moment),
            LabWork.Examine => Examine(moment),
            _ => [],
        };
        _curves.Add(scalars);
        var frame = new Frame(step, _plan.Total, _watched.Strip, scalars) { Maps = _maps };
        return step == _plan.StepOf(moment.Epoch) ? Kept(frame, moment.Epoch) : frame;
    }

    /// <summary>Whether a training can go on from after this step: from the end of an epoch.</summary>
    public bool CanRemember(int step) => _plan.At(step).Epoch is > 0 and var epoch && step == _plan.StepOf(epoch);

    /// <summary>All that decides the next steps: what <see cref="Recall"/> takes.</summary>
    public IReadOnlyDictionary<string, FloatArray> Remember() => Checkpoint.Under("weights", _model.Copy())
        .Concat(Checkpoint.Under("moments", _trainer!.Remember()))
        .Concat(Checkpoint.Under("curves", _curves.Arrays()))
        .ToDictionary();

    /// <summary>Goes on where a training with the same options and seed stood; brings the pictures into memory anew.</summary>
    public void Recall(Checkpoint from)
    {
        _test.Until(_plan.TestPieces);
        _training.Until(_plan.TrainingPieces);
        _model.Recall(from.Part("weights"));
        _trainer = MakeTrainer();
        _trainer.Recall(from.Part("moments"));
        _curves.Recall(from.Part("curves"));
        _maps = _watched.Look(_model);
    }

    public void Dispose()
    {
        _trainer?.Dispose();
        _model.Dispose();
        _watched.Dispose();
    }

    private Dictionary<string, double> Load(int step)
    {
        _test.Until(step);
        _training.Until(step - _plan.TestPieces);
        return [];
    }

    private Dictionary<string, double> Train(LabMoment moment)
    {
        _trainer ??= MakeTrainer();
        var (loss, accuracy) = _trainer.Step();
        Require(loss < LargestLoss, moment.Epoch);
        _maps = _watched.Look(_model);
        return new() { ["loss"] = loss, ["accuracy"] = accuracy };
    }

    private Dictionary<string, double> Examine(LabMoment moment)
    {
        _exam = moment.Done == 1 ? new LabExam(_model, _test.All(), _data.Info) : _exam;
        _exam!.Examine(moment.Done - 1);
        if (moment.Done < moment.Of)
        {
            return [];
        }

        var scores = _exam.Scores();
        Require(scores["test-loss"] < LargestLoss, moment.Epoch);
        return _curves.Epoch(_plan.Batches, scores);
    }

    private LabTrainer MakeTrainer() => new(_options, _model, _training.All(), _data.Info.Mirrors, _seed);

    private void Require(bool sense, int epoch)
    {
        if (!sense)
        {
            throw new DivergedTrainingException(epoch > 1
                ? $"The training lost its way in epoch {epoch}: its loss grew without end. Choose a rate lower than {_options.Rate}. The network of epoch {epoch - 1} is still good."
                : $"The training lost its way in epoch {epoch}: its loss grew without end. Choose a rate lower than {_options.Rate}.");
        }
    }

    private Frame Kept(Frame frame, int epoch)
    {
        var kept = frame with { Trained = new TrainedNetwork(_options, epoch, _model.Copy()) };
        return frame.Step < frame.Total ? kept : kept with { Arrays = Arrays() };
    }

    private Dictionary<string, FloatArray> Arrays()
    {
        using var scope = NewDisposeScope();
        var arrays = _curves.Arrays();
        arrays["confusion"] = _exam!.Confusion;
        arrays["class-maps"] = MapNotes.Stacked(_maps);
        arrays["image"] = PictureTensors.ToFloatArray(PictureTensors.ToTensor(_watched.Strip)[0]);
        return arrays;
    }
}
