using System.IO.Hashing;
using System.Text;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>
/// Tensors from a formula instead of training: u_i = frac((i + 1) * golden ratio + hash of the name), spread as suits
/// the tensor's place in a network. The numbers are of single precision and stored in double precision: so a ReLU near
/// zero opens alike on every machine. Networks/References/README.md has it in full.
/// </summary>
internal static class FormulaTensors
{
    // As much as stays in the processor's cache: VGG-19 has 144 million numbers.
    private const long Chunk = 1 << 16;

    public static Dictionary<string, Tensor> For(IReadOnlyDictionary<string, long[]> shapes) =>
        shapes.ToDictionary(entry => entry.Key, entry => Tensor(entry.Key, entry.Value));

    public static Tensor Input(int side) => Create("input", [1, 3, side, side], 0.5, 4);

    private static Tensor Tensor(string name, long[] shape)
    {
        var fanIn = shape[1..].Aggregate(1L, (a, b) => a * b);
        return (name.Split('.')[^1], shape.Length) switch
        {
            ("running_mean", _) => Create(name, shape, 0.5, 0.2),
            ("running_var", _) or ("weight", 1) => Create(name, shape, -0.5, 1),
            (_, 1) => Create(name, shape, 0.5, 0.2),
            _ => Create(name, shape, 0.5, 2 * Math.Sqrt(6.0 / fanIn)),
        };
    }

    private static Tensor Create(string name, long[] shape, double centre, double spread)
    {
        var hash = Crc32.HashToUInt32(Encoding.UTF8.GetBytes(name)) % 1000 / 1000.0;
        var all = empty(shape, ScalarType.Float64);
        var flat = all.view(-1);
        for (var start = 0L; start < flat.numel(); start += Chunk)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(Chunk, flat.numel() - start);
            var u = arange(start + 1, start + count + 1, dtype: ScalarType.Float64).mul_(0.6180339887498949).add_(hash).frac_();
            flat.narrow(0, start, count).copy_(u.sub_(centre).mul_(spread).to(ScalarType.Float32));
        }

        return all;
    }
}
