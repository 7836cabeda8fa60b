using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// Counts how often the <see cref="PointingGame"/> was won: how often the hottest cell touches the box, for a map tells
/// places no finer than by its cells. (The paper allows 15 pixels beside the box.) A map without heat has not won.
/// </summary>
internal sealed class PointingScore
{
    // As a share of a cell: from its middle to its edge, and a little so that an edge counts.
    private const double Tolerance = 0.51;
    private int _played, _hits;

    /// <summary>Plays a round.</summary>
    /// <param name="map">[h, w], over the whole picture.</param>
    /// <param name="box">Where the thing is that it should show.</param>
    public void Play(FloatArray map, Box box)
    {
        _played++;
        _hits += PointingGame.Play(map, [Grown(box, Tolerance / map.Shape[1], Tolerance / map.Shape[0])]) is { IsHit: true } ? 1 : 0;
    }

    /// <summary>Adds the share of hits, 0 to 1, if it was played.</summary>
    public void Tell(string name, Dictionary<string, double> scores)
    {
        if (_played > 0)
        {
            scores[name] = (double)_hits / _played;
        }
    }

    private static Box Grown(Box box, double width, double height) =>
        new(box.Left - width, box.Top - height, box.Width + (2 * width), box.Height + (2 * height));
}
