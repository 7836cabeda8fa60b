using CnnVis.Core.Training.Data;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// The pointing game (Zhang et al. 2016, arXiv 1608.00507): how often the strongest cell of a class's map lies in the box
/// of what it is to show.
/// </summary>
internal sealed class PointingGame
{
    private int _played, _hits;

    /// <summary>Plays a round.</summary>
    /// <param name="map">[width, width], over the whole picture.</param>
    /// <param name="side">The picture's side in pixels.</param>
    public void Play(ReadOnlySpan<float> map, int width, int side, PixelBox box)
    {
        var strongest = 0;
        for (var i = 1; i < map.Length; i++)
        {
            strongest = map[i] > map[strongest] ? i : strongest;
        }

        var cell = (double)side / width;
        _played++;
        _hits += box.Contains(((strongest % width) + 0.5) * cell, ((strongest / width) + 0.5) * cell) ? 1 : 0;
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
