using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

public sealed class TurnQueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_as_many_work_at_once_as_there_are_turns_and_who_is_too_many_is_sent_away()
    {
        using var queue = new TurnQueue("pictures", mostWaiting: 2);
        var (first, second) = (new TaskCompletionSource<int>(), 0);
        var working = queue.DoAsync(() => first.Task, Cancellation);
        var waiting = queue.DoAsync(() => second = 2, Cancellation);

        var refused = await Assert.ThrowsAsync<TooBusyException>(() => queue.DoAsync(() => 3, Cancellation));
        Assert.Contains("All 2 places for pictures", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, second);

        first.SetResult(1);
        var done = await Task.WhenAll(working, waiting);
        Assert.Equal([1, 2], done);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        using var queue = new TurnQueue("pictures", mostWaiting: 2);
        using var patience = new CancellationTokenSource();
        var first = new TaskCompletionSource<int>();
        var working = queue.DoAsync(() => first.Task, Cancellation);
        var waiting = queue.DoAsync(() => 2, patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = queue.DoAsync(() => 3, Cancellation);

        first.SetResult(1);
        var done = await Task.WhenAll(working, next);
        Assert.Equal([1, 3], done);
    }
}
