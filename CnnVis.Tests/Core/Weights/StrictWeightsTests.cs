using CnnVis.Core;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Weights;

public class StrictWeightsTests
{
    private static readonly Dictionary<string, long[]> Expected = new() { ["conv.weight"] = [2, 3], ["conv.bias"] = [2] };
    private static readonly Dictionary<string, long[]> TrainingOnly = new() { ["bn.num_batches_tracked"] = [] };

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void Matching_weights_become_float32(ScalarType type)
    {
        var live = LiveTensors.Count;
        var found = Set(("conv.weight", ones([2, 3], type)), ("conv.bias", ones([2], type)));
        using (var matched = StrictWeights.Match("tiny", Expected, found))
        {
            Assert.Equal(Expected.Keys.Order(), matched.Tensors.Keys.Order());
            Assert.All(matched.Tensors.Values, t => Assert.Equal(ScalarType.Float32, t.dtype));
            Assert.Equal([1f, 1], matched.Tensors["conv.bias"].data<float>().ToArray());
            Assert.All(found.Tensors.Values, t => Assert.True(t.IsInvalid));
        }
        Assert.Equal(live, LiveTensors.Count);
    }

    [Fact]
    public void Strided_weights_become_contiguous()
    {
        using var matched = StrictWeights.Match("tiny", new Dictionary<string, long[]> { ["w"] = [3, 2] }, Set(("w", ones(2, 3).t())));
        Assert.True(matched.Tensors["w"].is_contiguous());
    }

    [Fact]
    public void Matched_weights_outlive_the_callers_dispose_scope()
    {
        TensorSet matched;
        using (NewDisposeScope())
        {
            matched = StrictWeights.Match("tiny", Expected, Set(("conv.weight", ones(2, 3)), ("conv.bias", ones(2))));
        }
        Assert.All(matched.Tensors.Values, t => Assert.False(t.IsInvalid));
        matched.Dispose();
    }

    [Fact]
    public void What_only_training_needs_is_freed_and_may_be_absent()
    {
        var live = LiveTensors.Count;
        using (var with = StrictWeights.Match("tiny", Expected, Set(
            ("conv.weight", ones(2, 3)), ("conv.bias", ones(2)), ("bn.num_batches_tracked", tensor(7L))), TrainingOnly))
        using (var without = StrictWeights.Match(
            "tiny", Expected, Set(("conv.weight", ones(2, 3)), ("conv.bias", ones(2))), TrainingOnly))
        {
            Assert.Equal(Expected.Keys.Order(), with.Tensors.Keys.Order());
            Assert.Equal(Expected.Keys.Order(), without.Tensors.Keys.Order());
        }
        Assert.Equal(live, LiveTensors.Count);
    }

    [Fact]
    public void What_only_training_needs_is_held_to_its_shape_and_nothing_else_passes_for_it()
    {
        var found = Set(
            ("conv.weight", ones(2, 3)),
            ("conv.bias", ones(2)),
            ("bn.num_batches_tracked", ones(2)),
            ("other.num_batches_tracked", tensor(7L)));
        var error = Assert.Throws<InvalidWeightsException>(() => StrictWeights.Match("tiny", Expected, found, TrainingOnly));
        Assert.Equal(
            "The weights do not fit tiny: unexpected \"other.num_batches_tracked\"; of another shape \"bn.num_batches_tracked\" (2 instead of scalar).",
            error.Message);
    }

    [Fact]
    public void Missing_unexpected_and_misshapen_tensors_are_named_in_one_sentence()
    {
        var live = LiveTensors.Count;
        var found = Set(("conv.weight", ones(3, 2, 1)), ("fc.weight", ones(1)));
        var error = Assert.Throws<InvalidWeightsException>(() => StrictWeights.Match("Tiny Net", Expected, found));
        Assert.Equal(
            "The weights do not fit Tiny Net: missing \"conv.bias\"; unexpected \"fc.weight\"; of another shape \"conv.weight\" (3×2×1 instead of 2×3).",
            error.Message);
        Assert.Equal(live, LiveTensors.Count);
    }

    [Fact]
    public void A_long_list_is_shortened()
    {
        var expected = Enumerable.Range(0, 8).ToDictionary(i => $"w{i}", _ => Array.Empty<long>());
        var error = Assert.Throws<InvalidWeightsException>(() => StrictWeights.Match("tiny", expected, Set()));
        Assert.Equal("The weights do not fit tiny: missing \"w0\", \"w1\", \"w2\", \"w3\", \"w4\" and 3 more.", error.Message);
    }

    [Theory]
    [InlineData("squeezenet1_1.zip.pth")]
    [InlineData("squeezenet1_1.legacy.pth")]
    public void Real_weights_match_their_own_shapes_without_a_copy(string name)
    {
        var path = Shared.Model(name);
        var live = LiveTensors.Count;
        var found = WeightsFile.Read(path);
        var shapes = found.Tensors.ToDictionary(t => t.Key, t => t.Value.shape);
        using (var before = found.Tensors["features.0.bias"].alias())
        using (var matched = StrictWeights.Match("SqueezeNet 1.1", shapes, found))
        {
            matched.Tensors["features.0.bias"].fill_(42f);
            Assert.All(before.data<float>().ToArray(), value => Assert.Equal(42f, value));
        }
        Assert.Equal(live, LiveTensors.Count);
    }

    private static TensorSet Set(params (string Name, Tensor Tensor)[] tensors) =>
        new(tensors.ToDictionary(t => t.Name, t => t.Tensor.DetachFromDisposeScope()));
}
