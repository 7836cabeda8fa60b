using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>
/// The only door to runs. What passes through it is plain data, so that the same door can one day stand in another
/// process. Every method that takes an id throws <see cref="UnknownThingException"/> for one that does not exist.
/// </summary>
public interface IRunService
{
    /// <summary>
    /// Checks the spec, completes it with defaults, and queues a run; unless one with the same spec is under way or was
    /// completed before.
    /// </summary>
    /// <param name="pinned">Whether the run goes on even when nobody watches it.</param>
    /// <param name="fresh">Whether it is computed anew in any case.</param>
    /// <param name="visitor">Who asks, or null where nobody is known.</param>
    /// <returns>The run's id.</returns>
    /// <exception cref="CnnVisException">The spec names something unknown or out of range, or too many runs are waiting.</exception>
    string Start(RunSpec spec, bool pinned = false, bool fresh = false, string? visitor = null);

    /// <summary>
    /// Lets a run that the server's end interrupted go on from its last checkpoint, under the same id; one that has none
    /// begins anew.
    /// </summary>
    /// <inheritdoc cref="Start"/>
    /// <exception cref="InvalidOptionsException">It was not interrupted.</exception>
    /// <exception cref="NotYoursException">Somebody else asked for it.</exception>
    void Continue(string id, bool pinned = false, string? visitor = null);

    /// <summary>From now on the run goes on even when nobody watches it; one that has ended stays as it is.</summary>
    void Pin(string id);

    /// <summary>How the run stands.</summary>
    RunDescription Describe(string id);

    /// <summary>Where the run is in its life; also of one that another version made, which cannot be described.</summary>
    RunState StateOf(string id);

    /// <summary>The newest frame with its raw results, or null before the first.</summary>
    Frame? Newest(string id);

    /// <summary>
    /// A frame that the run keeps (see <see cref="RunDescription.Kept"/>) with its raw results.
    /// </summary>
    /// <exception cref="UnknownThingException">The run does not keep the frame of this step.</exception>
    Frame FrameAt(string id, int step);

    /// <summary>The same as it travels.</summary>
    /// <exception cref="UnknownThingException">The run does not keep the frame of this step.</exception>
    Task<EncodedFrame> EncodedAtAsync(string id, int step);

    /// <summary>Holds the run after the step it is in.</summary>
    /// <param name="visitor">Who wants that, or null where nobody is known.</param>
    /// <exception cref="SharedRunException">Somebody else asked for it and watches it.</exception>
    void Pause(string id, string? visitor = null);

    /// <summary>Lets a paused run go on.</summary>
    /// <inheritdoc cref="Pause"/>
    void Resume(string id, string? visitor = null);

    /// <summary>Lets a paused run do one step.</summary>
    /// <inheritdoc cref="Pause"/>
    void StepOnce(string id, string? visitor = null);

    /// <summary>Ends the run; the frames it made stay. If others asked for it and watch it, it goes on for them.</summary>
    /// <param name="visitor">Who does not want it any more, or null where nobody is known.</param>
    /// <returns>Whether it has ended.</returns>
    bool Cancel(string id, string? visitor = null);

    /// <summary>Changes options of a run while it goes on, from its next step on: see <see cref="Core.Techniques.LiveOptions"/>.</summary>
    /// <param name="options">The new values by name, such as <c>rate</c>.</param>
    /// <exception cref="CnnVisException">It has ended, others watch it too, or an option cannot change or is out of range.</exception>
    void Change(string id, IReadOnlyDictionary<string, double> options, string? visitor = null);

    /// <summary>Puts a completed run on the wall for everybody, or takes it down.</summary>
    /// <exception cref="CnnVisException">Somebody else asked for it, or it is not completed.</exception>
    void Publish(string id, bool published, string? visitor);

    /// <summary>Sets when the run is to be deleted, or that it never is: then it is pinned.</summary>
    /// <exception cref="NotYoursException">Somebody else asked for it.</exception>
    void Expire(string id, DateTimeOffset? at, string? visitor);

    /// <summary>Deletes the run; its link will say so.</summary>
    /// <exception cref="NotYoursException">Somebody else asked for it.</exception>
    void Delete(string id, string? visitor);

    /// <summary>
    /// The newest frame, then newer ones; a slow reader skips frames. Ends after the run's last frame, once the run is
    /// written down.
    /// While somebody reads, the run counts as watched; the reader ends that by cancelling.
    /// </summary>
    /// <param name="visitor">Who reads, or null where nobody is known.</param>
    IAsyncEnumerable<EncodedFrame> WatchAsync(string id, CancellationToken cancellation, string? visitor = null);

    /// <summary>
    /// How the run stands, and again whenever that changed, five times a second at most. Ends when the run has ended or
    /// was deleted, or the reader cancels. While somebody reads, the run counts as watched.
    /// </summary>
    IAsyncEnumerable<RunDescription> FollowAsync(string id, CancellationToken cancellation, string? visitor = null);
}
