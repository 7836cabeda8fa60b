using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Lab;

/// <summary>Counts how often the <see cref="PointingGame"/> was won; a map without heat has not won.</summary>
internal sealed class PointingScore
{
    private int _played, _hits;

    /// <summary>Plays a round.</summary>
    /// <param name="map">[h, w], over the whole picture.</param>
    /// <param name="box">Where the thing is that it should show.</param>
    public void Play(FloatArray map, Box box)
    {
        _played++;
        _hits += PointingGame.Play(map, [box]) is { IsHit: true } ? 1 : 0;
    }

    /// <summary>Adds the share of hits, 0 to 1, if it was played.</summary>
    public void Tell(string name, Dictionary<string, double> scores)
    {
        if (_played > 0)
        {
            scores[name] = (double)_hits / _played;
        }
    }
}
