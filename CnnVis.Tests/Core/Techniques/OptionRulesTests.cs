using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Tests.Core.Techniques;

public sealed class OptionRulesTests
{
    public static TheoryData<TechniqueOptions, string> Broken => new()
    {
        { new SaliencyOptions { Samples = 501 }, "samples must be 1 to 500." },
        { new SaliencyOptions { Window = 0 }, "window must be 1 to 512." },
        { new SaliencyOptions { Noise = double.NaN }, "noise must be 0 to 1." },
        { new SaliencyOptions { Score = (ScoreKind)7 }, "score must be one of logit, probability." },
        { new SaliencyOptions { Method = (SaliencyMethod)(-1) }, "method must be one of gradient, input-x-gradient, smoothgrad, integrated-gradients, guided-backprop, occlusion." },
        { new GapLabOptions { Rate = 0 }, "rate must be 0.000001 to 1000." },
        { new GapLabOptions { Widths = [] }, "widths must have at least one layer." },
        { new ContentOptions { Layers = ["1", "2", "3", "4", "5", "6", "7"] }, "At most 6 layers can be inverted side by side." },
        { new NeuronOptions { L2 = -1, TotalVariation = double.PositiveInfinity }, "totalVariation must be 0 to 100000. l2 must be 0 to 100000." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_out_of_range_is_named_with_its_range(TechniqueOptions options, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidOptionsException>(options.Validate).Message);
}
