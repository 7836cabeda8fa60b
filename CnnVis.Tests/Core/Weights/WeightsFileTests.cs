using CnnVis.Core;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using TorchSharp;

namespace CnnVis.Tests.Core.Weights;

public class WeightsFileTests
{
    [Fact]
    public void The_three_formats_of_one_network_give_identical_tensors()
    {
        using var safetensors = WeightsFile.Read(Shared.Model("squeezenet1_1.safetensors"));
        using var zip = WeightsFile.Read(Shared.Model("squeezenet1_1.zip.pth"));
        using var legacy = WeightsFile.Read(Shared.Model("squeezenet1_1.legacy.pth"));

        Assert.Equal(52, safetensors.Tensors.Count);
        AssertSame(safetensors, zip);
        AssertSame(safetensors, legacy);
    }

    [Fact]
    public void A_larger_network_is_read_whole_and_freed_whole()
    {
        var path = Shared.Model("bvlc_googlenet.safetensors");
        var live = LiveTensors.Count;
        using (var weights = WeightsFile.Read(path))
        {
            Assert.Equal([64L, 3, 7, 7], weights.Tensors["conv1.7x7_s2.weight"].shape);
        }
        Assert.Equal(live, LiveTensors.Count);
    }

    [Theory]
    [InlineData("squeezenet1_1.safetensors")]
    [InlineData("squeezenet1_1.zip.pth")]
    [InlineData("squeezenet1_1.legacy.pth")]
    public void Read_tensors_outlive_the_callers_dispose_scope(string name)
    {
        var path = Shared.Model(name);
        var live = LiveTensors.Count;
        TensorSet weights;
        using (torch.NewDisposeScope())
        {
            weights = WeightsFile.Read(path);
        }
        Assert.All(weights.Tensors.Values, t => Assert.False(t.IsInvalid));
        weights.Dispose();
        Assert.Equal(live, LiveTensors.Count);
    }

    [Fact]
    public void An_absent_file_is_named_without_its_folder()
    {
        var error = Assert.Throws<InvalidWeightsException>(() => WeightsFile.Read("/nowhere/at/all/vgg16.pth"));
        Assert.Equal("The weights file \"vgg16.pth\" cannot be used: there is no such file.", error.Message);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        using var folder = new WeightsFolder();
        var error = Assert.Throws<InvalidWeightsException>(() => WeightsFile.Read(Path.GetDirectoryName(folder.Path())!));
        Assert.Contains("cannot be opened or read", error.Message);
    }

    [Fact]
    public void A_file_beyond_2_GB_is_refused_before_it_is_read()
    {
        using var folder = new WeightsFolder();
        using (var file = File.Create(folder.Path()))
        {
            file.SetLength(int.MaxValue + 1L);
        }
        var error = Assert.Throws<InvalidWeightsException>(() => WeightsFile.Read(folder.Path()));
        Assert.Contains("larger than 2 GB", error.Message);
    }

    [Theory]
    [InlineData("", "too short")]
    [InlineData("<!DOCTYPE html><html>", "neither a safetensors file nor a PyTorch weights file")]
    public void Something_else_is_refused(string content, string reason)
    {
        using var folder = new WeightsFolder();
        Assert.Contains(reason, folder.Refusal(System.Text.Encoding.ASCII.GetBytes(content)));
    }

    private static void AssertSame(TensorSet expected, TensorSet actual)
    {
        Assert.Equal(expected.Tensors.Keys.Order(), actual.Tensors.Keys.Order());
        Assert.All(expected.Tensors, e =>
        {
            var other = actual.Tensors[e.Key];
            Assert.Equal(e.Value.dtype, other.dtype);
            Assert.Equal(e.Value.shape, other.shape);
            Assert.True(e.Value.bytes.SequenceEqual(other.bytes));
        });
    }
}
