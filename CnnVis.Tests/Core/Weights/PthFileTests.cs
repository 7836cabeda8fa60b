using System.IO.Compression;
using System.Text;

namespace CnnVis.Tests.Core.Weights;

/// <summary>The forms in which torch.save and its users have left weights.</summary>
public sealed class PthFileTests : IDisposable
{
    private static readonly byte[] One = PthFile.OneTensor(2, 0, [2], [1]);

    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_checkpoint_gives_its_state_dict_and_passes_over_the_optimizer()
    {
        var pickle = new PickleScript().Dictionary(
            ("epoch", p => p.Int(3)),
            ("loss", p => p.Op('G').Op([0, 0, 0, 0, 0, 0, 0, 0])),
            ("optimizer", p => p.Op('}').Int(0).Tensor(s => s.Storage("0", 1), 0, [1], [1]).Op('s')),
            ("state_dict", p => p.Dictionary(("w", q => q.Tensor(s => s.Storage("1", 2), 0, [2], [1]))))).Stop();

        AssertW([1, 2], PthFile.Zip(pickle, ("data/1", PthFile.Floats(1, 2))));
        AssertW([1, 2], PthFile.Legacy(pickle, ("0", 1, PthFile.Floats(9)), ("1", 2, PthFile.Floats(1, 2))));
    }

    [Fact]
    public void A_tensor_under_a_parameter_is_read()
    {
        foreach (var wrap in new Action<PickleScript>[]
        {
            p => p.Op(0x85).Op('R'),
            p => p.Op(0x85).Op(0x81).Op('(').Op(0x88).Op(0x89).Op("}tb"u8), // before PyTorch 0.4
        })
        {
            var pickle = new PickleScript().Dictionary(("w", p =>
            {
                p.Global("torch.nn.parameter", "Parameter").Tensor(s => s.Storage("0", 2), 0, [2], [1]);
                wrap(p);
            })).Stop();
            AssertW([1, 2], PthFile.Zip(pickle, ("data/0", PthFile.Floats(1, 2))));
        }
    }

    [Fact]
    public void A_rebuilt_parameter_is_read()
    {
        var pickle = new PickleScript().Dictionary(("w", p => p.Global("torch._utils", "_rebuild_parameter")
            .Tensor(s => s.Storage("0", 2), 0, [2], [1]).Op(0x88).Op('}').Op(0x87).Op('R'))).Stop();
        AssertW([1, 2], PthFile.Zip(pickle, ("data/0", PthFile.Floats(1, 2))));
    }

    [Fact]
    public void An_ordered_dictionary_of_pairs_with_short_texts_is_read_as_Python_2_wrote_it()
    {
        var pickle = new PickleScript().Global("collections", "OrderedDict").Op("](](U\u0001w"u8)
            .Tensor(s => s.Storage("0", 2), 0, [2], [1]).Op("ee"u8).Op(0x85).Op('R').Stop();
        AssertW([1, 2], PthFile.Zip(pickle, ("data/0", PthFile.Floats(1, 2))));
    }

    [Fact]
    public void A_pickle_of_protocol_4_is_read()
    {
        var script = new PickleScript().Op(0x80, 4, 0x95).Op(new byte[8]).Op('}').Op(0x94).Op(0x8c, 1).Op("w"u8).Op(0x94);
        var pickle = script.Text("torch._utils").Text("_rebuild_tensor").Op(0x93).Op('(').Storage("0", 2)
            .Int(0).Ints(2).Ints(1).Op("tRs"u8).Op("h\0"u8).Stop();
        AssertW([1, 2], PthFile.Zip(pickle, ("data/0", PthFile.Floats(1, 2))));
    }

    [Fact]
    public void Tied_tensors_share_their_storage()
    {
        var pickle = new PickleScript().Dictionary(
            ("v", p => p.Tensor(s => s.Storage("0", 2), 0, [2], [1])),
            ("w", p => p.Tensor(s => s.Storage("0", 2), 0, [2], [1]))).Stop();
        using var weights = _folder.Read(PthFile.Zip(pickle, ("data/0", PthFile.Floats(1, 2))));
        weights.Tensors["v"].fill_(5f);
        Assert.Equal([5f, 5], weights.Tensors["w"].data<float>().ToArray());
    }

    [Fact]
    public void A_view_of_the_older_format_is_read_within_its_bounds()
    {
        byte[] View(long start, long count) => PthFile.Legacy(
            new PickleScript().Dictionary(("w", p => p.Tensor(s => s.Storage("0", 4, view: (start, count)), 1, [2], [1]))).Stop(),
            ("0", 4, PthFile.Floats(0, 1, 2, 3)));

        AssertW([2, 3], View(1, 3));
        Assert.Contains("beyond its storage", _folder.Refusal(View(1, 2)));
        Assert.Contains("beyond its storage", _folder.Refusal(View(2, 3)));
        Assert.Contains("beyond its storage", _folder.Refusal(View(long.MaxValue, 3)));
    }

    [Fact]
    public void Big_endian_numbers_are_refused() => Assert.Contains("big-endian", _folder.Refusal(
        PthFile.Zip(One, ("data/0", PthFile.Floats(1, 2)), ("byteorder", Encoding.ASCII.GetBytes("big")))));

    [Fact]
    public void Compressed_parts_are_refused() => Assert.Contains("compressed", _folder.Refusal(PthFile.Zip(
        CompressionLevel.SmallestSize, ("data.pkl", PthFile.OneTensor(100_000, 0, [2], [1])), ("data/0", new byte[400_000]))));

    [Fact]
    public void A_missing_part_is_named() => Assert.Contains("\"net/data/0\" is missing", _folder.Refusal(PthFile.Zip(One)));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_part_of_another_length_is_refused(int floats) => Assert.Contains(
        "needs 8 bytes", _folder.Refusal(PthFile.Zip(One, ("data/0", PthFile.Floats(new float[floats])))));

    [Fact]
    public void A_key_that_climbs_out_of_the_archive_finds_nothing() => Assert.Contains("is missing", _folder.Refusal(PthFile.Zip(
        new PickleScript().Dictionary(("w", p => p.Tensor(s => s.Storage("../../../etc/passwd", 1), 0, [1], [1]))).Stop())));

    [Fact]
    public void An_archive_of_something_else_is_refused() => Assert.Contains("not one that torch.save wrote", _folder.Refusal(
        PthFile.Zip(CompressionLevel.NoCompression, ("letter.txt", [1, 2, 3]))));

    [Theory]
    [InlineData("1", 2, "list of storages is damaged")]
    [InlineData("0", 3, "should have 2 elements and has 3")]
    [InlineData("0", -1, "should have 2 elements and has -1")]
    [InlineData("0", long.MaxValue, "should have 2 elements")]
    public void A_storage_of_the_older_format_must_be_what_the_pickle_said(string key, long count, string reason) =>
        Assert.Contains(reason, _folder.Refusal(PthFile.Legacy(One, (key, count, PthFile.Floats(1, 2)))));

    [Fact]
    public void A_storage_listed_twice_or_never_is_refused()
    {
        Assert.Contains("list of storages is damaged", _folder.Refusal(
            PthFile.Legacy(One, ("0", 2, PthFile.Floats(1, 2)), ("0", 2, PthFile.Floats(1, 2)))));
        Assert.Contains("data of the tensor \"w\" is missing", _folder.Refusal(PthFile.Legacy(One)));
    }

    [Fact]
    public void A_storage_that_claims_more_than_the_file_has_takes_no_memory() => Assert.Contains("claims more data", _folder.Refusal(
        PthFile.Legacy(PthFile.OneTensor(500_000_000, 0, [2], [1]), ("0", 500_000_000, []))));

    private void AssertW(float[] expected, byte[] file)
    {
        using var weights = _folder.Read(file);
        Assert.Equal(expected, Assert.Single(weights.Tensors, t => t.Key == "w").Value.data<float>().ToArray());
    }
}
