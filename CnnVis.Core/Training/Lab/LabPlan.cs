using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;

namespace CnnVis.Core.Training.Lab;

/// <summary>What a run does in which step: it brings pictures into memory, then trains and examines, epoch after epoch.</summary>
/// <param name="TestPieces">Steps that bring the test pictures into memory.</param>
/// <param name="TrainingPieces">Steps that bring the training pictures into memory.</param>
/// <param name="Batches">Training steps in an epoch.</param>
/// <param name="Exam">Steps in which an epoch's network is examined.</param>
/// <param name="Epochs">How often.</param>
public sealed record LabPlan(int TestPieces, int TrainingPieces, int Batches, int Exam, int Epochs)
{
    /// <summary>Pictures that are examined in one step.</summary>
    public const int ExamBatch = 200;

    /// <summary>All steps together.</summary>
    public int Total => StepOf(Epochs);

    /// <summary>The plan of a run with these options.</summary>
    public static LabPlan Of(GapLabOptions options)
    {
        var data = DataSetInfo.Find(options.Data);
        var (training, test) = (options.TrainingPictures ?? data.UsualTraining, data.Test + data.Scenes);
        return new LabPlan(
            Pieces(test, data.Piece), Pieces(training, data.Piece), Pieces(training, options.Batch), Pieces(test, ExamBatch), options.Epochs);
    }

    /// <summary>The step at whose end an epoch's network is kept.</summary>
    /// <param name="epoch">From 0, the untrained network, which is there at once.</param>
    public int StepOf(int epoch) => epoch == 0 ? 0 : TestPieces + TrainingPieces + (epoch * (Batches + Exam));

    /// <summary>What is done in a step.</summary>
    /// <param name="step">From 0, the start, to <see cref="Total"/>.</param>
    public LabMoment At(int step)
    {
        if (step <= TestPieces + TrainingPieces)
        {
            return new LabMoment(step == 0 ? LabWork.Start : LabWork.Load, 0, step, TestPieces + TrainingPieces);
        }

        var done = step - TestPieces - TrainingPieces - 1;
        var (epoch, part) = ((done / (Batches + Exam)) + 1, done % (Batches + Exam));
        return part < Batches
            ? new LabMoment(LabWork.Train, epoch, part + 1, Batches)
            : new LabMoment(LabWork.Examine, epoch, part - Batches + 1, Exam);
    }

    private static int Pieces(int count, int size) => (count + size - 1) / size;
}

/// <summary>Where a run is after a step.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Epoch">Which epoch it belongs to, from 1; 0 before the training.</param>
/// <param name="Done">How many such steps of this epoch are done.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct LabMoment(LabWork Work, int Epoch, int Done, int Of);

/// <summary>What a step of a lab's run does.</summary>
public enum LabWork
{
    /// <summary>The chosen pictures are shown to the untrained network.</summary>
    Start,

    /// <summary>A piece of the data set is drawn or read.</summary>
    Load,

    /// <summary>A batch is learnt.</summary>
    Train,

    /// <summary>Some test pictures are examined.</summary>
    Examine,
}
