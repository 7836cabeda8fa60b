namespace CnnVis.Tests.Core.Weights;

/// <summary>Pickles that want more than tensors, in both formats that carry one.</summary>
public sealed class HostilePickleTests : IDisposable
{
    private readonly WeightsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("os", "system")]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("builtins", "getattr")]
    [InlineData("__builtin__", "exec")]
    [InlineData("torch", "load")]
    [InlineData("torch._utils", "_rebuild_tensor_v3")]
    [InlineData("torch.jit", "load")]
    [InlineData("torch.cuda", "_rebuild")]
    [InlineData("collections", "OrderedDict.__init__")]
    public void A_global_that_is_not_a_tensor_is_refused_by_name(string module, string name)
    {
        var pickle = new PickleScript().Global(module, name).Text("touch owned").Op(0x85).Op('R').Stop();
        AssertRefused(pickle, $"asks to run `{module}.{name}`");
    }

    [Fact]
    public void A_global_named_from_the_stack_is_refused_by_name() =>
        AssertRefused(new PickleScript().Text("os").Text("system").Op(0x93).Text("ls").Op(0x85).Op('R').Stop(), "asks to run `os.system`");

    [Fact]
    public void A_global_hidden_within_a_state_dict_is_refused_by_name() => AssertRefused(
        new PickleScript().Dictionary(("w", p => p.Global("builtins", "eval").Text("1").Op(0x85).Op('R'))).Stop(), "asks to run `builtins.eval`");

    [Fact]
    public void An_instance_is_refused_by_name() =>
        AssertRefused(new PickleScript().Op('(').Text("ls").Global("os", "system", 'i').Stop(), "asks to run `os.system`");

    [Fact]
    public void An_instance_is_refused_even_of_a_harmless_class() =>
        AssertRefused(new PickleScript().Op('(').Global("collections", "OrderedDict", 'i').Stop(), "asks to run `collections.OrderedDict`");

    [Fact]
    public void An_object_operation_is_refused() =>
        AssertRefused(new PickleScript().Op('(').Global("collections", "OrderedDict").Op('o').Stop(), "operation 0x6f");

    [Fact]
    public void Attributes_for_anything_but_state_dicts_and_parameters_are_refused() =>
        AssertRefused(new PickleScript().Op("]}b"u8).Stop(), "asks to build an object");

    [Theory]
    [InlineData(0x82)] // EXT1
    [InlineData('P')] // PERSID
    [InlineData('I')] // INT of protocol 0
    [InlineData(0x8b)] // LONG4
    [InlineData(0x92)] // NEWOBJ_EX
    [InlineData(0x97)] // NEXT_BUFFER
    public void An_operation_that_tensors_do_not_need_is_refused(int code) =>
        AssertRefused(new PickleScript().Op((byte)code).Op("0\n0\n"u8).Stop(), $"operation 0x{code:x2}");

    [Theory]
    [InlineData("R")]
    [InlineData("t")]
    [InlineData("a")]
    [InlineData("s")]
    [InlineData("}u")]
    [InlineData("](e(")]
    [InlineData("h\u0001")]
    [InlineData("NNR")]
    [InlineData("N)R")]
    [InlineData("NQ")]
    [InlineData("](a")]
    [InlineData("}(Nu")]
    public void Operations_without_what_they_need_are_refused(string operations) =>
        _folder.Refusal(PthFile.Zip(new PickleScript().Op(System.Text.Encoding.Latin1.GetBytes(operations)).Stop()));

    [Fact]
    public void A_text_of_impossible_length_is_refused() =>
        AssertRefused(new PickleScript().Op('X').Op(0xff, 0xff, 0xff, 0xff).Stop(), "text of impossible length");

    [Fact]
    public void A_module_name_without_end_is_refused() =>
        AssertRefused([0x80, 2, (byte)'c', .. Enumerable.Repeat((byte)'a', 100_000)], "text of impossible length");

    [Fact]
    public void A_stack_without_end_is_refused() => AssertRefused(Repeat(")"u8, 300_000), "nested too deeply");

    [Fact]
    public void Marks_without_end_are_refused() => AssertRefused(Repeat("("u8, 300_000), "nested too deeply");

    [Theory]
    [InlineData(500_000)]
    [InlineData(-1)] // as unsigned, the largest
    public void A_memo_without_end_is_refused(int index) => AssertRefused(
        new PickleScript().Op(")r"u8).Op(BitConverter.GetBytes(index)).Stop(), "remembers too much");

    [Fact]
    public void Operations_without_end_are_refused() => AssertRefused(Repeat("q\0"u8, 1_100_000, first: ")"u8), "larger than any list");

    [Fact]
    public void Copies_of_a_remembered_list_count()
    {
        var script = new PickleScript().Op("]q\u0001("u8);
        for (var i = 0; i < 10_000; i++)
        {
            script.Text($"{i}").Op('N').Op(0x86);
        }
        script.Op('e');
        for (var i = 0; i < 1000; i++)
        {
            script.Global("collections", "OrderedDict").Op("h\u0001"u8).Op(0x85).Op('R');
        }
        AssertRefused(script.Stop(), "larger than any list");
    }

    [Fact]
    public void A_list_within_itself_does_no_harm() => AssertRefused(new PickleScript().Op("]q\u0001h\u0001a"u8).Stop(), "no named tensors");

    [Fact]
    public void An_unknown_protocol_is_refused() => AssertRefused([0x80, 5, .. "}."u8], "unknown protocol");

    [Fact]
    public void A_pickle_that_torch_did_not_write_is_refused() =>
        Assert.Contains("not one that torch.save wrote", _folder.Refusal(new PickleScript().Dictionary(("w", p => p.Int(1))).Stop()));

    [Fact]
    public void A_bare_pickle_that_wants_to_run_something_is_refused_by_name() =>
        Assert.Contains("`os.system`", _folder.Refusal(new PickleScript().Global("os", "system").Text("ls").Op(0x85).Op('R').Stop()));

    private static byte[] Repeat(ReadOnlySpan<byte> operation, int times, ReadOnlySpan<byte> first = default)
    {
        var script = new PickleScript().Op(first);
        for (var i = 0; i < times; i++)
        {
            script.Op(operation);
        }
        return script.Stop();
    }

    private void AssertRefused(byte[] pickle, string reason)
    {
        Assert.Contains(reason, _folder.Refusal(PthFile.Zip(pickle)));
        Assert.Contains(reason, _folder.Refusal(PthFile.Legacy(pickle)));
    }
}
