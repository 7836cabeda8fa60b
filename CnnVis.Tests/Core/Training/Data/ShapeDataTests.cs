using CnnVis.Core.Attribution;
using CnnVis.Core.Training;
using CnnVis.Core.Training.Data;

namespace CnnVis.Tests.Core.Training.Data;

public class ShapeDataTests
{
    private const int Side = ShapeDrawing.Size;

    [Fact]
    public void The_same_pictures_are_drawn_every_time_and_a_smaller_training_has_the_first_of_them()
    {
        var (some, more) = (new ShapeData().Training(20).All(), new ShapeData().Training(30).All());

        Assert.Equal(some.Pixels, more.Pixels[..some.Pixels.Length]);
        Assert.Equal(30, Pictures(more).Count);
    }

    [Fact]
    public void No_test_picture_is_among_those_to_learn_from()
    {
        var data = new ShapeData();

        Assert.Empty(Pictures(data.Training(2000).All()).Intersect(Pictures(data.Test().All())));
    }

    [Fact]
    public void Classes_take_turns_and_scenes_show_two()
    {
        var (data, test) = (new ShapeData(), new ShapeData().Test().All());

        Assert.Equal(Enumerable.Range(0, 1200).Select(i => (byte)(i % 10)), test.Classes);
        Assert.All(test.Objects![..1000], (things, index) => Assert.Equal(index % 10, Assert.Single(things).Class));
        Assert.All(test.Objects[1000..], things => Assert.Equal(2, things.DistinctBy(thing => thing.Class).Count()));
        Assert.Equal(test.Objects[1007].Select(thing => thing.Class), data.ClassesOf(1007));
    }

    [Fact]
    public void A_picture_drawn_alone_is_the_one_among_all()
    {
        var data = new ShapeData();

        Assert.Equal(data.Test().All().Picture(1003).Rgb, data.Show(1003).Rgb);
    }

    // One seed puts every shape at the same place before the same ground, so that where two pictures differ is ink.
    [Fact]
    public void No_ink_lies_outside_the_box()
    {
        for (var seed = 0u; seed < 30; seed++)
        {
            var (first, firstBox) = Draw((int)(seed % 10), seed);
            var (second, secondBox) = Draw((int)((seed + 1 + (seed % 7)) % 10), seed);

            foreach (var pixel in Enumerable.Range(0, Side * Side).Where(pixel => Differ(first, second, pixel)))
            {
                Assert.True(Near(firstBox, pixel) || Near(secondBox, pixel));
            }
        }
    }

    [Fact]
    public void Ink_touches_every_side_of_the_box()
    {
        for (var seed = 0u; seed < 100; seed++)
        {
            var (picture, box) = Draw((int)(seed % 10), seed);
            var ground = Outside(picture, box);

            Assert.All(Sides(box), side => Assert.Contains(side, pixel => Distance(picture, pixel, ground) > 0.2));
        }
    }

    private static HashSet<string> Pictures(LabelledPictures pictures) =>
        [.. Enumerable.Range(0, pictures.Count).Select(i => Convert.ToHexString(pictures[i]))];

    private static (byte[] Pixels, Box Box) Draw(int shape, uint seed)
    {
        var pixels = new byte[3 * Side * Side];
        var things = new ShapeScene(new SplitMix(seed), Side).Draw(shape, pixels);
        return (pixels, Assert.Single(things).Box);
    }

    private static bool Differ(byte[] first, byte[] second, int pixel) =>
        Enumerable.Range(0, 3).Any(colour => first[(colour * Side * Side) + pixel] != second[(colour * Side * Side) + pixel]);

    // Soft edges and thin points may reach two pixels farther: the box is around what is covered by half at least.
    private static bool Near(Box box, int pixel) =>
        new Box(box.Left - (2.0 / Side), box.Top - (2.0 / Side), box.Width + (4.0 / Side), box.Height + (4.0 / Side)).Contains(X(pixel), Y(pixel));

    private static double X(int pixel) => ((pixel % Side) + 0.5) / Side;

    private static double Y(int pixel) => ((pixel / Side) + 0.5) / Side;

    private static double[] Outside(byte[] picture, Box box) => [.. Enumerable.Range(0, 3).Select(colour =>
        Enumerable.Range(0, Side * Side).Where(pixel => !Near(box, pixel)).Average(pixel => picture[(colour * Side * Side) + pixel] / 255.0))];

    private static double Distance(byte[] picture, int pixel, double[] from) =>
        Enumerable.Range(0, 3).Sum(colour => Math.Abs((picture[(colour * Side * Side) + pixel] / 255.0) - from[colour]));

    // The outermost pixels inside the box, on each of its sides.
    private static IEnumerable<List<int>> Sides(Box box)
    {
        var inside = Enumerable.Range(0, Side * Side).Where(pixel => box.Contains(X(pixel), Y(pixel))).ToList();
        yield return [.. inside.Where(pixel => X(pixel) - box.Left < 1.0 / Side)];
        yield return [.. inside.Where(pixel => Y(pixel) - box.Top < 1.0 / Side)];
        yield return [.. inside.Where(pixel => box.Left + box.Width - X(pixel) < 1.0 / Side)];
        yield return [.. inside.Where(pixel => box.Top + box.Height - Y(pixel) < 1.0 / Side)];
    }
}
