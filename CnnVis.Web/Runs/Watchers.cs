using System.Threading.Channels;

namespace CnnVis.Web.Runs;

/// <summary>
/// Everyone who watches one run, each with a mailbox for one frame: a newer frame replaces one that was not taken,
/// so a slow watcher skips frames and slows nobody. When the last one has been gone for the grace, the run is told.
/// Not thread-safe: the run's lock guards it.
/// </summary>
/// <param name="abandoned">Called when nobody watched for the whole grace.</param>
internal sealed class Watchers(TimeProvider time, TimeSpan grace, Action abandoned)
{
    private readonly Dictionary<Channel<StoredFrame>, string?> _mailboxes = [];
    private ITimer? _farewell;
    private bool _closed;

    /// <summary>Whether nobody watches.</summary>
    public bool None => _mailboxes.Count == 0;

    /// <summary>Whether this visitor watches.</summary>
    public bool Has(string visitor) => _mailboxes.ContainsValue(visitor);

    /// <summary>Takes a watcher in, with the newest frame already in the mailbox.</summary>
    public Channel<StoredFrame> Add(StoredFrame? newest, string? visitor)
    {
        var mailbox = Channel.CreateBounded<StoredFrame>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        if (newest is not null)
        {
            mailbox.Writer.TryWrite(newest);
        }

        if (_closed)
        {
            mailbox.Writer.Complete();
            return mailbox;
        }

        _mailboxes.Add(mailbox, visitor);
        StopFarewell();
        return mailbox;
    }

    public void Remove(Channel<StoredFrame> mailbox)
    {
        if (_mailboxes.Remove(mailbox) && None)
        {
            StartFarewell();
        }
    }

    public void Send(StoredFrame frame)
    {
        foreach (var mailbox in _mailboxes.Keys)
        {
            mailbox.Writer.TryWrite(frame);
        }
    }

    /// <summary>No frame will come any more.</summary>
    public void Close()
    {
        _closed = true;
        StopFarewell();
        foreach (var mailbox in _mailboxes.Keys)
        {
            mailbox.Writer.Complete();
        }

        _mailboxes.Clear();
    }

    /// <summary>Starts waiting for a watcher, unless there is one.</summary>
    /// <param name="patience">How long; the grace when left out.</param>
    public void StartFarewell(TimeSpan? patience = null)
    {
        StopFarewell();
        if (!_closed && None)
        {
            _farewell = time.CreateTimer(_ => abandoned(), null, patience ?? grace, Timeout.InfiniteTimeSpan);
        }
    }

    private void StopFarewell()
    {
        _farewell?.Dispose();
        _farewell = null;
    }
}
