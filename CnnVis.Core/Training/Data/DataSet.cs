using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Data;

/// <summary>
/// Pictures with classes, to learn from and to be examined on. They are in memory as long as somebody uses them, once
/// however many do.
/// </summary>
/// <param name="info">What is known about it.</param>
public abstract class DataSet(DataSetInfo info)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, WeakReference<PictureLoad>> _training = [];
    private WeakReference<PictureLoad> _test = new(null!);

    /// <summary>What is known about it.</summary>
    public DataSetInfo Info { get; } = info;

    /// <summary>The test pictures, and after them the scenes of two things.</summary>
    public PictureLoad Test()
    {
        lock (_lock)
        {
            return Shared(ref _test, OpenTest);
        }
    }

    /// <summary>The first pictures to learn from.</summary>
    /// <param name="count">How many.</param>
    public PictureLoad Training(int count)
    {
        lock (_lock)
        {
            var known = _training.GetValueOrDefault(count) ?? new(null!);
            var load = Shared(ref known, () => OpenTraining(count));
            _training[count] = known;
            return load;
        }
    }

    /// <summary>One test picture.</summary>
    /// <param name="index">From 0; scenes follow the others.</param>
    public virtual Picture Show(int index) => Test().All().Picture(index);

    /// <summary>The classes that a test picture shows: one, or the two of a scene.</summary>
    /// <param name="index">From 0; scenes follow the others.</param>
    public virtual IReadOnlyList<int> ClassesOf(int index) => [Test().All().Classes[index]];

    /// <summary>Begins to bring the test pictures into memory.</summary>
    protected abstract PictureLoad OpenTest();

    /// <summary>Begins to bring so many training pictures into memory.</summary>
    protected abstract PictureLoad OpenTraining(int count);

    private static PictureLoad Shared(ref WeakReference<PictureLoad> known, Func<PictureLoad> open)
    {
        if (known.TryGetTarget(out var load) && !load.Failed)
        {
            return load;
        }

        load = open();
        known = new WeakReference<PictureLoad>(load);
        return load;
    }
}
