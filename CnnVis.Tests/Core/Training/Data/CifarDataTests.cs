using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Training.Data;

/// <summary>Small files in the original format: six of 2 pictures each, 3 pixels a side.</summary>
public sealed class CifarDataTests : IDisposable
{
    private static readonly DataSetInfo Small =
        new("cifar-10", "CIFAR-10", 3, 10, 2, DataSetInfo.Cifar10.Classes) { Showcase = [0], Piece = 2 };

    private readonly DataFolder _folder = new();
    private readonly CifarData _data;

    public CifarDataTests()
    {
        _data = new CifarData(_folder.Path, Small);
        for (var file = 0; file < 6; file++)
        {
            _folder.Write(CifarData.Files[file], DataFolder.Records(2, side: 3, firstLabel: file));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_five_files_follow_each_other()
    {
        var pictures = _data.Training(10).All();

        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 4, 4, 5], pictures.Classes);
        Assert.Equal(Enumerable.Range(1, 27).Select(i => (byte)(i + 5)), pictures[9].ToArray());
    }

    [Fact]
    public void Planes_of_red_green_and_blue_become_coloured_pixels()
    {
        var picture = _data.Show(0); // of class 5: red begins with 6, green with 15, blue with 24

        Assert.Equal([6, 15, 24, 7, 16, 25], picture.Rgb[..6]);
        Assert.Equal([5], _data.ClassesOf(0));
    }

    [Fact]
    public void A_training_may_take_only_the_first_pictures() => Assert.Equal([0, 1, 1], _data.Training(3).All().Classes);

    [Fact]
    public void Each_file_is_read_in_a_step_of_its_own()
    {
        _folder.Write("data_batch_2.bin", []);
        var load = _data.Training(10);

        load.Until(1);

        Assert.Throws<InvalidDataSetException>(() => load.Until(2));
    }

    public static TheoryData<byte[], string> Damaged => new()
    {
        { DataFolder.Records(2, 3)[..^1], "it has 55 bytes instead of 56" },
        { [.. DataFolder.Records(2, 3), 0], "it has 57 bytes instead of 56" },
        { [], "it has 0 bytes instead of 56" },
        { [.. DataFolder.Records(1, 3), 10, .. new byte[27]], "the label of its picture 1 is 10, but there are only 0 to 9" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_file_is_refused_in_a_sentence_that_names_it(byte[] content, string reason)
    {
        _folder.Write("data_batch_3.bin", content);

        var refusal = Assert.Throws<InvalidDataSetException>(() => _data.Training(10).All());

        Assert.Equal($"The file \"data_batch_3.bin\" cannot be used: {reason}. Fetch it again.", refusal.Message);
    }

    [Fact]
    public void A_file_that_has_gone_is_refused()
    {
        File.Delete(Path.Combine(_folder.Path, "test_batch.bin"));

        Assert.Contains("test_batch.bin", Assert.Throws<InvalidDataSetException>(() => _data.Test().All()).Message, StringComparison.Ordinal);
    }
}
