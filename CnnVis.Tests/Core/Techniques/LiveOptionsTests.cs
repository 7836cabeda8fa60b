using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>Options that change on the way hold from the next step on, and the spec that tells of them shows the same again.</summary>
public sealed class LiveOptionsTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_lower_rate_dreams_in_smaller_steps_from_the_next_one_on()
    {
        var spec = Spec("deepdream", new DeepDreamOptions { Layers = [new("relu2")], Octaves = 1, Steps = 6, Jitter = 0, Rate = 0.01 });
        var changed = spec with { Changes = [new(After: 3, new Dictionary<string, double> { ["rate"] = 0.0005 })] };

        var (plain, slower) = (Run(spec), Run(changed));

        Assert.Equal(plain[3].Picture.Rgb, slower[3].Picture.Rgb);
        Assert.NotEqual(plain[4].Picture.Rgb, slower[4].Picture.Rgb);
        Assert.InRange(Gain(slower, 5) / Gain(plain, 5), 0.01, 0.3);
    }

    [Fact]
    public void Every_live_option_of_every_technique_changes_what_comes_after_and_nothing_before()
    {
        Changes("neuron", new NeuronOptions { Layer = "relu2", Steps = 3, Size = 16 }, name => name == "jitter" ? 1 : 0.3);
        Changes("content", new ContentOptions { Layer = "relu2", Steps = 3, Size = 16, TotalVariation = 0.1, AlphaNorm = 0.1 }, _ => 0.3);
        Changes("deepdream", new DeepDreamOptions { Layers = [new("relu2")], Octaves = 1, Steps = 3 }, name => name == "jitter" ? 1 : 0.3);
    }

    [Fact]
    public void The_spec_as_text_keeps_the_changes_and_only_a_spec_that_has_some_names_them()
    {
        var spec = Spec("neuron", new NeuronOptions());
        var changed = spec with { Changes = [new(40, new Dictionary<string, double> { ["rate"] = 0.1, ["jitter"] = 3 })] };

        Assert.DoesNotContain("changes", RunSpecJson.Write(spec), StringComparison.Ordinal);
        Assert.Contains("\"changes\":[{\"after\":40,\"options\":{\"rate\":0.1,\"jitter\":3}}]", RunSpecJson.Write(changed), StringComparison.Ordinal);
        Assert.Equal(RunSpecJson.Write(changed), RunSpecJson.Write(RunSpecJson.Read(RunSpecJson.Write(changed))));
        Assert.NotEqual(RunSpecJson.Hash(spec), RunSpecJson.Hash(changed));
    }

    [Theory]
    [InlineData("steps", 5, "cannot change while a run goes on; these can: rate, jitter")]
    [InlineData("nonsense", 5, "cannot change while a run goes on")]
    [InlineData("rate", 7, "rate must be 0.0001 to 1")]
    [InlineData("jitter", 1.5, "jitter must be a whole number")]
    [InlineData("rate", double.NaN, "must be a number")]
    public void What_cannot_be_is_refused_in_a_sentence(string name, double value, string sentence)
    {
        var spec = Spec("neuron", new NeuronOptions { Layer = "relu2" }) with { Changes = [new(1, new Dictionary<string, double> { [name] = value })] };

        var error = Assert.ThrowsAny<CnnVisException>(() => spec.ValidateChanges(Complete("neuron")));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_out_of_order_or_too_many_are_refused()
    {
        static OptionsChange At(int step) => new(step, new Dictionary<string, double> { ["rate"] = 0.1 });
        var spec = Spec("neuron", new NeuronOptions { Layer = "relu2" });

        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [At(2), At(2)] }).ValidateChanges(Complete("neuron")));
        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [At(int.MaxValue)] }).ValidateChanges(Complete("neuron")));
        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [null!] }).ValidateChanges(Complete("neuron")));
        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [new(1, new Dictionary<string, double>())] }).ValidateChanges(Complete("neuron")));
        Assert.Equal([3, 9], (spec with { Changes = [At(9)] }).With(At(3)).Changes.Select(change => change.After));
        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [At(-1)] }).ValidateChanges(Complete("neuron")));
        Assert.Throws<InvalidOptionsException>(() => (spec with { Changes = [.. Enumerable.Range(0, 65).Select(At)] }).ValidateChanges(Complete("neuron")));
        (spec with { Changes = [.. Enumerable.Range(0, 64).Select(At)] }).ValidateChanges(Complete("neuron"));
    }

    [Fact]
    public void A_technique_without_live_options_says_so()
    {
        var error = Assert.Throws<InvalidOptionsException>(() => LiveOptions.With(new SaliencyOptions(), new Dictionary<string, double> { ["rate"] = 1 }));

        Assert.Contains("none of this technique can", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_difference_of_two_options_is_what_must_change_or_nothing_where_that_cannot_be()
    {
        var options = new NeuronOptions { Rate = 0.05 };

        Assert.Equal(new Dictionary<string, double> { ["rate"] = 0.1, ["jitter"] = 2 }, LiveOptions.Difference(options, options with { Rate = 0.1, Jitter = 2 }));
        Assert.Empty(LiveOptions.Difference(options, options)!);
        Assert.Null(LiveOptions.Difference(options, options with { Rate = 0.1, Steps = 7 }));
    }

    private void Changes(string technique, TechniqueOptions options, Func<string, double> value)
    {
        var spec = Spec(technique, options);
        var plain = Run(spec);
        Assert.All(LiveOptions.Of(options.GetType()), name =>
        {
            var frames = Run(spec with { Changes = [new(2, new Dictionary<string, double> { [name] = value(name) })] });
            Assert.Equal(plain[2].Picture.Rgb, frames[2].Picture.Rgb);
            Assert.NotEqual(plain[3].Arrays["image"].Values, frames[3].Arrays["image"].Values);
        });
    }

    private static RunSpec Spec(string technique, TechniqueOptions options) => new(technique, "tiny", "soft", options, Seed: 4);

    private Func<TechniqueOptions, TechniqueOptions> Complete(string technique) =>
        options => TechniqueCatalog.Find(technique).Complete(options, _network.Info);

    private List<Frame> Run(RunSpec spec)
    {
        spec = spec with { Options = Complete(spec.Technique)(spec.Options) };
        spec.ValidateChanges(Complete(spec.Technique));
        var input = new TechniqueInput(_network, Pictures.Soft(), spec.Options, spec.Seed) { Changing = spec.OptionsAt };
        return [.. TechniqueCatalog.Find(spec.Technique).Run(input)];
    }

    private static double Gain(List<Frame> frames, int step) => frames[step + 1].Scalars["objective"] - frames[step].Scalars["objective"];
}
