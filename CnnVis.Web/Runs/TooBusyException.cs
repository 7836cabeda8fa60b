using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>There is no room at the moment for more of something.</summary>
/// <param name="things">Of what: <c>runs</c> or <c>uploads</c>.</param>
/// <param name="limit">How many there is room for.</param>
public sealed class TooBusyException(string things, int limit)
    : CnnVisException($"too-many-{things}", Sentence.Of($"All {{0}} places for {things} are taken: try again in a moment.", limit));
