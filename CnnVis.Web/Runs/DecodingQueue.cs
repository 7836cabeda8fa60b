using CnnVis.Core.Imaging;

namespace CnnVis.Web.Runs;

/// <summary>
/// Decodes strangers' pictures one at a time: a large file takes hundreds of megabytes while it is unpacked.
/// </summary>
/// <param name="mostWaiting">How many may be in the queue; whoever comes then is sent away.</param>
internal sealed class DecodingQueue(int mostWaiting) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <summary>Decodes the file when its turn comes; who gives up waiting leaves the queue.</summary>
    public async Task<Picture> DecodeAsync(byte[] file, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > mostWaiting)
            {
                throw new TooBusyException("uploads", mostWaiting);
            }

            return await InTurnAsync(file, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Picture> InTurnAsync(byte[] file, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => PictureDecoder.Decode(file), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }
}
