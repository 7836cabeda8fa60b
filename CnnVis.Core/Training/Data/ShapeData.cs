using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Data;

/// <summary>
/// Drawn shapes. Each picture has a seed of its own, so that any of them can be drawn alone, and a larger training has
/// a smaller one's pictures and more. Classes take turns.
/// </summary>
public sealed class ShapeData() : DataSet(DataSetInfo.Shapes)
{
    private const ulong TestSeed = 1ul << 32;

    /// <inheritdoc/>
    public override Picture Show(int index)
    {
        var one = Empty(1);
        Draw(one, 0, index, TestSeed);
        return one.Picture(0);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> ClassesOf(int index)
    {
        var one = Empty(1);
        Draw(one, 0, index, TestSeed);
        return [.. one.Objects![0].Select(thing => thing.Class)];
    }

    /// <inheritdoc/>
    protected override PictureLoad OpenTest() => Open(Info.Test + Info.Scenes, TestSeed);

    /// <inheritdoc/>
    protected override PictureLoad OpenTraining(int count) => Open(count, 0);

    private PictureLoad Open(int count, ulong seed) => new(Empty(count), Info.Piece, (pictures, first, number) =>
    {
        for (var i = first; i < first + number; i++)
        {
            Draw(pictures, i, i, seed);
        }
    });

    private LabelledPictures Empty(int count) => new(count, 3, Info.Side) { Objects = new PlacedObject[count][] };

    private void Draw(LabelledPictures pictures, int place, int index, ulong seed)
    {
        var scene = new ShapeScene(new SplitMix(seed + (ulong)index), Info.Side);
        var shape = index % Info.Classes.Count;
        var things = seed == TestSeed && index >= Info.Test ? scene.DrawTwo(shape, pictures[place]) : scene.Draw(shape, pictures[place]);
        (pictures.Objects![place], pictures.Classes[place]) = (things, (byte)shape);
    }
}
