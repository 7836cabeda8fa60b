using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Api;

namespace CnnVis.Tests.Web.Api;

public sealed class RunRequestTests
{
    [Theory]
    [InlineData("""{"technique":"neuron","options":{"steps":3},"seed":4294967295}""", false)]
    [InlineData("""{"technique":"neuron","fresh":false,"options":{"steps":3},"seed":4294967295}""", false)]
    [InlineData("""{"fresh":true,"technique":"neuron","options":{"steps":3},"seed":4294967295}""", true)]
    public void Fresh_stands_beside_the_spec_and_is_no_part_of_it(string body, bool fresh)
    {
        var request = RunRequest.Read(body);

        Assert.Equal(fresh, request.Fresh);
        Assert.Equal((3, RunSpec.MaxSeed), (((NeuronOptions)request.Spec.Options).Steps, request.Spec.Seed));
    }

    [Theory]
    [InlineData("""{"technique":"neuron","fresh":"yes"}""", "fresh must be true or false.")]
    [InlineData("""{"technique":"neuron","fresh":null}""", "fresh must be true or false.")]
    [InlineData("""{"technique":"neuron","fresh":true,"fresh":false}""", "fresh")]
    [InlineData("""{"technique":"neuron","fresh":true,"sede":1}""", "sede")]
    [InlineData("""{"technique":"neuron","options":{"fresh":true}}""", "fresh")]
    [InlineData("[true]", "it is not a JSON object")]
    [InlineData("", "it is not a JSON object")]
    public void What_is_wrong_is_named(string body, string name) =>
        Assert.Contains(name, Assert.Throws<InvalidOptionsException>(() => RunRequest.Read(body)).Message, StringComparison.Ordinal);
}
