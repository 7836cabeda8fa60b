namespace CnnVis.Tests.Web.DataSets;

/// <summary>A stream that gives half of its bytes and then waits until the test lets it go on.</summary>
internal sealed class SlowStream(byte[] content) : MemoryStream(content)
{
    public TaskCompletionSource HalfRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var half = Length / 2;
        if (Position < half)
        {
            return Read(buffer.Span[..(int)Math.Min(buffer.Length, half - Position)]);
        }

        HalfRead.TrySetResult();
        await GoOn.Task.WaitAsync(cancellationToken);
        return Read(buffer.Span);
    }
}
