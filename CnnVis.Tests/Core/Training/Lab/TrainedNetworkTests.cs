using CnnVis.Core.Training.Lab;

namespace CnnVis.Tests.Core.Training.Lab;

public class TrainedNetworkTests
{
    [Fact]
    public void The_id_tells_run_and_epoch() => Assert.Equal(("0abc", 12), TrainedNetwork.Read(TrainedNetwork.IdOf("0abc", 12)));

    [Theory]
    [InlineData("builtin")]
    [InlineData("lab")]
    [InlineData("lab--1")]
    [InlineData("lab-abc")]
    [InlineData("lab-abc-")]
    [InlineData("lab-abc-x")]
    [InlineData("lab-abc-01")]
    [InlineData("lab-abc-+1")]
    [InlineData("lab-abc--1")]
    [InlineData("lab-abc-1-2")]
    [InlineData("LAB-abc-1")]
    [InlineData("lab-abc-99999999999")]
    [InlineData("")]
    public void Any_other_id_is_none(string id) => Assert.Null(TrainedNetwork.Read(id));
}
