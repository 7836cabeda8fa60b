using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Tests.Core.Training.Lab;

public class LabPlanTests
{
    private static readonly LabPlan Plan = LabPlan.Of(new GapLabOptions { TrainingPictures = 250, Batch = 100, Epochs = 2 });

    [Fact]
    public void Pictures_are_brought_first_then_epochs_of_training_and_exam_follow()
    {
        // 1200 test pictures and 250 to learn from in hundreds, three batches, six parts of an exam.
        Assert.Equal(new LabPlan(12, 3, 3, 6, 2), Plan);
        Assert.Equal(12 + 3 + (2 * (3 + 6)), Plan.Total);

        var works = Enumerable.Range(0, Plan.Total + 1).Select(step => Plan.At(step)).ToList();

        Assert.Equal(new LabMoment(LabWork.Start, 0, 0, 15), works[0]);
        Assert.All(works[1..16], (moment, i) => Assert.Equal(new LabMoment(LabWork.Load, 0, i + 1, 15), moment));
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], Of(LabWork.Train));
        Assert.Equal(12, Of(LabWork.Examine).Count());

        IEnumerable<(int, int)> Of(LabWork work) => works.Where(moment => moment.Work == work).Select(moment => (moment.Epoch, moment.Done));
    }

    [Fact]
    public void A_network_is_kept_where_an_exam_ends()
    {
        Assert.Equal(0, Plan.StepOf(0));
        Assert.All([1, 2], epoch => Assert.Equal(new LabMoment(LabWork.Examine, epoch, 6, 6), Plan.At(Plan.StepOf(epoch))));
        Assert.Equal(Plan.Total, Plan.StepOf(2));
    }
}
