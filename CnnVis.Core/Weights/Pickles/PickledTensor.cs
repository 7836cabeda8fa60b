using static TorchSharp.torch;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>A storage that a pickle names; its elements lie elsewhere in the file.</summary>
/// <param name="Count">How many elements it has.</param>
internal sealed record PickledStorage(string Key, ScalarType Type, long Count)
{
    public long Bytes => Count * ElementSize.Of(Type);
}

/// <summary>The part of a storage that a tensor may use: all of it, save in some old files.</summary>
internal sealed record StorageSlice(PickledStorage Storage, long Start, long Count);

/// <summary>A tensor as a pickle describes it, known to lie within its storage. Nothing is allocated for it yet.</summary>
/// <param name="Offset">Its first element, counted in elements from the start of the storage.</param>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    private const string What = "a tensor";

    public bool IsEmpty => Shape.Contains(0);

    /// <summary>Checks that the tensor lies within its slice, as libtorch would not for us.</summary>
    public static PickledTensor Within(StorageSlice slice, long offset, long[] shape, long[] strides)
    {
        Refuse.If(strides.Length != shape.Length, $"{What} has not one stride for each dimension");
        Refuse.If(offset < 0 || strides.Any(s => s < 0), $"{What} has a negative offset or stride");
        var count = TensorShape.Count(shape, What);
        // Strides of zero can make a storage of one element look like billions.
        var within = count <= slice.Count && (count == 0 || Last(offset, shape, strides) < slice.Count);
        Refuse.If(!within, $"{What} reaches beyond its storage");
        return new PickledTensor(slice.Storage, slice.Start + offset, shape, strides);
    }

    // In 128 bits, where so few dimensions below 2^31 times strides below 2^63 cannot overflow.
    private static Int128 Last(long offset, long[] shape, long[] strides) =>
        shape.Zip(strides).Aggregate((Int128)offset, (last, d) => last + ((Int128)(d.First - 1) * d.Second));
}
