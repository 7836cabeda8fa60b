using CnnVis.Core.Imaging;
using static CnnVis.Tests.Core.Imaging.TestPictures;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Imaging;

public class PictureTensorsTests
{
    [Fact]
    public void Tensor_holds_red_green_and_blue_planes_in_0_to_1()
    {
        using var tensor = PictureTensors.ToTensor(new Picture(2, 1, [255, 0, 51, 102, 153, 204]));
        Assert.Equal([1, 3, 1, 2], tensor.shape);
        Assert.Equal(ScalarType.Float32, tensor.dtype);
        Assert.Equal([1, 0.4f, 0, 0.6f, 0.2f, 0.8f], tensor.data<float>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void Picture_to_tensor_and_back_is_the_same(ScalarType type)
    {
        // Every one of the 256 steps, in each channel.
        var picture = Create(256, 2, (x, y) => ((byte)x, (byte)(255 - x), (byte)(x + 100 * y)));
        using var tensor = PictureTensors.ToTensor(picture).to(type);
        AssertSame(picture, PictureTensors.ToPicture(tensor));
    }

    [Fact]
    public void Batch_dimension_may_be_missing()
    {
        using var tensor = PictureTensors.ToTensor(Pattern());
        using var single = tensor[0];
        AssertSame(Pattern(), PictureTensors.ToPicture(single));
    }

    [Fact]
    public void Tensor_that_is_not_contiguous_and_wants_gradients_is_read_right()
    {
        using var scope = NewDisposeScope();
        var turned = PictureTensors.ToTensor(Pattern()).transpose(2, 3).requires_grad_();
        AssertSame(Create(32, 48, (x, y) => Pattern().At(y, x)), PictureTensors.ToPicture(turned));
    }

    [Theory]
    [InlineData(-0.5f, 0)]
    [InlineData(1.5f, 255)]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 255)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(0.4999f / 255, 0)]
    [InlineData(0.5001f / 255, 1)]
    public void Values_are_clamped_and_rounded_to_the_nearest(float value, byte expected)
    {
        using var tensor = full([3, 1, 1], value);
        Assert.Equal([expected, expected, expected], PictureTensors.ToPicture(tensor).Rgb);
    }

    [Theory]
    [InlineData(2L, 3L, 4L, 4L)]
    [InlineData(1L, 1L, 4L, 4L)]
    public void Other_shape_is_an_error(params long[] shape)
    {
        using var tensor = zeros(shape);
        Assert.Throws<ArgumentException>(() => PictureTensors.ToPicture(tensor));
    }

    [Fact]
    public void Float_array_has_the_shape_and_the_values()
    {
        using var tensor = arange(6, dtype: ScalarType.Int64).reshape(2, 3).t();
        var array = PictureTensors.ToFloatArray(tensor);
        Assert.Equal([3, 2], array.Shape);
        Assert.Equal([0, 3, 1, 4, 2, 5], array.Values);
    }

    [Fact]
    public void Only_the_returned_tensor_stays_in_the_callers_scope()
    {
        using var scope = NewDisposeScope();
        var tensor = PictureTensors.ToTensor(Pattern());
        PictureTensors.ToPicture(tensor);
        PictureTensors.ToFloatArray(tensor);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(tensor.IsInvalid);
    }
}
