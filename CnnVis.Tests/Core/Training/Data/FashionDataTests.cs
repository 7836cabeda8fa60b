using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Training.Data;

/// <summary>Small files in the original format: 6 pictures to learn from and 3 to be examined on, 4 pixels a side.</summary>
public sealed class FashionDataTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte";

    private static readonly DataSetInfo Small =
        new("fashion-mnist", "Fashion-MNIST", 4, 6, 3, DataSetInfo.FashionMnist.Classes) { Showcase = [0] };

    private readonly DataFolder _folder = new();
    private readonly FashionData _data;

    public FashionDataTests()
    {
        _data = new FashionData(_folder.Path, Small);
        _folder.Write(Images, DataFolder.Idx(6, 4, 4));
        _folder.Write(Labels, DataFolder.Idx(6));
        _folder.Write("t10k-images-idx3-ubyte.gz", DataFolder.Gzip(DataFolder.Idx(3, 4, 4)));
        _folder.Write("t10k-labels-idx1-ubyte.gz", DataFolder.Gzip(DataFolder.Idx(3)));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pictures_and_labels_are_read_in_order()
    {
        var pictures = _data.Training(6).All();

        Assert.Equal(Enumerable.Range(0, 96).Select(i => (byte)i), pictures.Pixels);
        Assert.Equal([0, 1, 2, 3, 4, 5], pictures.Classes);
        Assert.Equal((1, 4, 6), (pictures.Channels, pictures.Side, pictures.Count));
    }

    [Fact]
    public void Compressed_files_are_read_as_well() => Assert.Equal(Enumerable.Range(0, 48).Select(i => (byte)i), _data.Test().All().Pixels);

    [Fact]
    public void A_training_may_take_only_the_first_pictures() => Assert.Equal([0, 1], _data.Training(2).All().Classes);

    [Fact]
    public void A_grey_picture_has_three_equal_colours() => Assert.Equal([16, 16, 16, 17, 17, 17], _data.Show(1).Rgb[..6]);

    [Fact]
    public void The_pictures_are_in_memory_once_however_many_use_them()
    {
        var first = _data.Training(6);

        Assert.Same(first, _data.Training(6));
        Assert.NotSame(first, _data.Training(5));
    }

    public static TheoryData<string, byte[], string> Damaged => new()
    {
        { Images, DataFolder.Idx(6, 4, 4)[..^1], "it ends too early" },
        { Images, DataFolder.Idx(6, 4, 4)[..7], "it ends too early" },
        { Images, [], "it ends too early" },
        { Images, [.. DataFolder.Idx(6, 4, 4), 0], "it is longer" },
        { Images, DataFolder.Idx(7, 4, 4), "its dimension 1 is 7 instead of 6" },
        { Images, DataFolder.Idx(6, 4, 5), "its dimension 3 is 5 instead of 4" },
        { Images, DataFolder.Idx(60), "it has 1 dimensions instead of 3" },
        { Images, "<html>Not found</html>"u8.ToArray(), "it is no IDX file" },
        { Images, [0, 0, 13, .. DataFolder.Idx(6, 4, 4)[3..]], "it is no IDX file" }, // 13 means single precision
        { Labels, [.. DataFolder.Idx(6)[..^1], 10], "it has a 10 where only 0 to 9 can be" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused_in_a_sentence_that_names_it(string name, byte[] content, string reason)
    {
        _folder.Write(name, content);

        var refusal = Assert.Throws<InvalidDataSetException>(() => _data.Training(6).All());

        Assert.StartsWith($"The file \"{name}\" cannot be used: {reason}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_that_is_cut_off_is_refused_unless_only_its_end_mark_is_missing()
    {
        var packed = DataFolder.Gzip(DataFolder.Idx(3, 4, 4));
        for (var length = 0; length < packed.Length - 12; length++) // a checksum and a length of four bytes each end it
        {
            _folder.Write("t10k-images-idx3-ubyte.gz", packed[..length]);
            Assert.Throws<InvalidDataSetException>(() => _data.Test().All());
        }
    }

    [Fact]
    public void A_compressed_file_with_an_altered_byte_is_refused()
    {
        var packed = DataFolder.Gzip(DataFolder.Idx(3, 4, 4));
        packed[packed.Length / 2] ^= 0xff;
        _folder.Write("t10k-images-idx3-ubyte.gz", packed);

        Assert.Throws<InvalidDataSetException>(() => _data.Test().All());
    }

    [Fact]
    public void A_file_that_was_mended_is_read_again()
    {
        _folder.Write(Images, []);
        Assert.Throws<InvalidDataSetException>(() => _data.Training(6).All());

        _folder.Write(Images, DataFolder.Idx(6, 4, 4));

        Assert.Equal(6, _data.Training(6).All().Count);
    }

    [Fact]
    public void A_file_that_has_gone_is_missed()
    {
        File.Delete(Path.Combine(_folder.Path, Images));

        Assert.Contains(Images, Assert.Throws<MissingDataException>(() => _data.Training(6).All()).Message, StringComparison.Ordinal);
    }
}
