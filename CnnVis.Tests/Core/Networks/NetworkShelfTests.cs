using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Lab;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Networks;

public class NetworkShelfTests
{
    private const string Id = "lab-a-1";
    private readonly Trainings _trained = new();
    private readonly NetworkShelf _shelf = new();

    [Fact]
    public void Those_who_use_a_network_at_the_same_time_share_it()
    {
        using var first = Borrow(Id);
        using var second = Borrow(Id);

        Assert.Same(first!.Network, second!.Network);
        Assert.Equal(Id, first.Network.Info.Id);
    }

    [Fact]
    public void It_stays_until_the_last_has_given_it_back_even_if_the_training_is_gone()
    {
        var first = Borrow(Id)!;
        var second = Borrow(Id)!;
        _trained.Known = null;

        first.Dispose();
        first.Dispose(); // once is enough
        using (var third = Borrow(Id))
        {
            Assert.Same(second.Network, third!.Network);
        }

        second.Dispose();
        Assert.Null(Borrow(Id));
    }

    [Fact]
    public void No_tensor_is_left_when_all_have_given_it_back() => Assert.Equal(0, TensorLeaks.Count(() =>
    {
        using var first = Borrow(Id);
        using var second = Borrow(Id);
    }));

    [Fact]
    public void What_was_never_trained_is_not_lent() => Assert.Null(Borrow("lab-b-1"));

    private NetworkLoan? Borrow(string id) => _shelf.Borrow(id, () => _trained.Find(id)?.Load(id));

    private sealed class Trainings : ITrainedNetworks
    {
        public TrainedNetwork? Known { get; set; } = Untrained();

        public TrainedNetwork? Find(string id) => id == Id ? Known : null;

        private static TrainedNetwork Untrained()
        {
            var options = new GapLabOptions { Widths = [4] };
            using var model = new LabModel(options, seed: 1);
            return new TrainedNetwork(options, 1, model.Copy());
        }
    }
}
