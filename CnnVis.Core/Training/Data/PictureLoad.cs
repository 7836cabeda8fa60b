namespace CnnVis.Core.Training.Data;

/// <summary>
/// Pictures on their way into memory, piece by piece. Runs that wait for the same pictures share this, and whoever's
/// turn it is does the next piece.
/// </summary>
/// <param name="pictures">Where they are put.</param>
/// <param name="piece">How many make a piece.</param>
/// <param name="read">Puts so many pictures there, from the first index on; called for one piece after the other.</param>
public sealed class PictureLoad(LabelledPictures pictures, int piece, Action<LabelledPictures, int, int> read)
{
    private readonly Lock _lock = new();
    private int _done;

    /// <summary>Whether a piece could not be read, so that the rest will never come.</summary>
    internal bool Failed { get; private set; }

    /// <summary>Does pieces until so many are done.</summary>
    public void Until(int pieces)
    {
        lock (_lock)
        {
            while (_done < Math.Min((long)pieces * piece, pictures.Count))
            {
                Next();
            }
        }
    }

    /// <summary>The pictures, all of them.</summary>
    public LabelledPictures All()
    {
        Until(pictures.Count);
        return pictures;
    }

    private void Next()
    {
        var count = Math.Min(piece, pictures.Count - _done);
        try
        {
            read(pictures, _done, count);
        }
        catch
        {
            Failed = true;
            throw;
        }

        _done += count;
    }
}
