using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class PictureChangeTests
{
    [Fact]
    public void The_same_picture_has_not_changed() => Assert.Equal(0, PictureChange.Between(Grey(7), Grey(7)));

    [Fact]
    public void Black_and_white_are_as_far_apart_as_can_be() => Assert.Equal(1, PictureChange.Between(Grey(255), Grey(0)));

    [Fact]
    public void One_value_of_six_counts_for_a_sixth() =>
        Assert.Equal(51 / 255.0 / 6, PictureChange.Between(Grey(100), new Picture(2, 1, [100, 100, 49, 100, 100, 100])), 12);

    [Fact]
    public void Pictures_of_two_sizes_cannot_be_compared() =>
        Assert.Contains("1 x 1", Assert.Throws<ArgumentException>(() => PictureChange.Between(Grey(0), new Picture(1, 1, [0, 0, 0]))).Message, StringComparison.Ordinal);

    private static Picture Grey(byte value) => new(2, 1, [.. Enumerable.Repeat(value, 6)]);
}
