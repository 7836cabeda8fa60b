using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>Tensors as both kinds of file store them: little-endian elements in row-major order.</summary>
internal static class RawTensor
{
    /// <summary>
    /// Reads a tensor from the stream's next bytes, straight into the tensor's own memory. It belongs to the caller and
    /// to no dispose scope.
    /// </summary>
    /// <exception cref="EndOfStreamException">The stream ends first.</exception>
    public static Tensor Read(Stream data, ScalarType type, long[] shape)
    {
        var tensor = Empty(shape, type);
        try
        {
            if (tensor.numel() > 0)
            {
                data.ReadExactly(tensor.bytes);
            }
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    public static Tensor Empty(long[] shape, ScalarType type) =>
        empty(shape, type, CPU).DetachFromDisposeScope();
}
