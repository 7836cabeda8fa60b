using System.Text;
using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public class NpyFileTests
{
    [Fact]
    public void File_is_what_numpy_writes()
    {
        var file = NpyFile.Write(new FloatArray([1, 2], [1, -2.5f]));
        // numpy.save of numpy.array([[1, -2.5]], dtype='<f4')
        byte[] expected =
        [
            0x93, .. "NUMPY"u8, 1, 0, 0x76, 0,
            .. Encoding.ASCII.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }".PadRight(117) + "\n"),
            0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0,
        ];
        Assert.Equal(expected, file);
    }

    [Theory]
    [InlineData("()")]
    [InlineData("(5,)", 5L)]
    [InlineData("(1, 3, 224, 224)", 1L, 3L, 224L, 224L)]
    public void Shape_is_a_tuple_of_python(string tuple, params long[] shape)
    {
        var text = Encoding.ASCII.GetString(NpyFile.Write(new FloatArray(shape, [])));
        Assert.Contains($"'shape': {tuple}, }}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_begin_at_a_multiple_of_64_bytes_however_long_the_shape()
    {
        for (var dimensions = 0; dimensions < 60; dimensions++)
        {
            var file = NpyFile.Write(new FloatArray([.. Enumerable.Repeat(1L, dimensions)], []));
            Assert.Equal(0, file.Length % 64);
            Assert.Equal(file.Length - 10, file[8] + 256 * file[9]);
            Assert.Equal((byte)'\n', file[^1]);
        }
    }

    [Theory]
    [InlineData]
    [InlineData(2L, 3L)]
    [InlineData(6L)]
    public void What_was_written_is_read_again(params long[] shape)
    {
        var array = new FloatArray(shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => i / 3f)]);

        var read = NpyFile.Read(NpyFile.Write(array));

        Assert.Equal(array.Shape, read.Shape);
        Assert.Equal(array.Values, read.Values);
    }

    [Fact]
    public void What_is_another_file_or_cut_off_is_refused()
    {
        var file = NpyFile.Write(new FloatArray([2, 3], new float[6]));

        Assert.Throws<InvalidDataException>(() => NpyFile.Read([1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => NpyFile.Read(file.AsSpan(..^1)));
        Assert.Throws<InvalidDataException>(() => NpyFile.Read(file.AsSpan(..40)));
        Assert.Throws<InvalidDataException>(() => NpyFile.Read([.. file[..20], (byte)'!', .. file[21..]]));
    }
}
