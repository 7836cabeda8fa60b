using CnnVis.Core.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class ImageTransformTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _random = new(11);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Jitter_shifts_the_picture_and_mirrors_what_comes_in()
    {
        var ramp = arange(10, dtype: ScalarType.Float32).view(1, 1, 1, 10).expand(1, 3, 10, 10);

        var shifted = Enumerable.Range(0, 20)
            .Select(_ => new Jitter(5).Apply(ramp, _random)[0, 0, 0].data<float>().ToArray())
            .ToList();

        Assert.InRange(shifted.DistinctBy(row => row[0] + (100 * row[1])).Count(), 5, 11);
        Assert.All(shifted, row => Assert.All(row.Zip(row.Skip(1)), pair => Assert.Equal(1, Math.Abs(pair.First - pair.Second))));
    }

    [Fact]
    public void Jitter_larger_than_the_picture_is_held_to_what_can_be_mirrored() =>
        Assert.Equal([1, 3, 8, 20], new Jitter(128).Apply(rand(1, 3, 8, 20), _random).shape);

    [Fact]
    public void No_zoom_and_no_rotation_leave_the_picture_as_it_is()
    {
        var image = rand(1, 3, 9, 14);

        Assert.True(new ScaleAndRotate(0, 0).Apply(image, _random).allclose(image, atol: 1e-5));
    }

    [Fact]
    public void Rotation_keeps_a_blob_s_distance_from_the_middle_and_moves_it_round()
    {
        var places = Enumerable.Range(0, 12).Select(_ => Centre(new ScaleAndRotate(0, 30).Apply(Blob(x: 32, y: 20), _random))).ToList();
        var angles = places.Select(at => Math.Atan2(at.Y - 20, at.X - 20) * 180 / Math.PI).ToList();

        Assert.All(places, at => Assert.Equal(12, Math.Sqrt(Math.Pow(at.X - 20, 2) + Math.Pow(at.Y - 20, 2)), 0.3));
        Assert.All(angles, angle => Assert.InRange(angle, -31, 31));
        Assert.True(angles.Max() - angles.Min() > 15);
    }

    [Fact]
    public void Zoom_moves_a_blob_outwards_or_inwards_within_its_range()
    {
        var distances = Enumerable.Range(0, 12).Select(_ => Centre(new ScaleAndRotate(0.2, 0).Apply(Blob(x: 30, y: 20), _random)).X - 20).ToList();

        Assert.All(distances, distance => Assert.InRange(distance, 7.8, 12.2));
        Assert.True(distances.Max() - distances.Min() > 1.5);
    }

    [Fact]
    public void A_rotated_disc_of_an_oblong_picture_stays_a_disc()
    {
        var (y, x) = (arange(41, dtype: ScalarType.Float32).view(41, 1) - 20, arange(81, dtype: ScalarType.Float32).view(1, 81) - 40);
        var disc = ((x.square() + y.square()).sqrt() < 12).to(ScalarType.Float32).expand(1, 3, 41, 81);

        var rotated = new ScaleAndRotate(0, 45).Apply(disc, _random);

        Assert.InRange((rotated - disc).abs().mean().ToDouble(), 0, 0.01);
    }

    // A soft spot on black, 41 x 41.
    private static Tensor Blob(double x, double y)
    {
        var (rows, columns) = (arange(41).view(41, 1), arange(41).view(1, 41));
        return (-((columns - x).square() + (rows - y).square()) / 4.0).exp().to(ScalarType.Float32).expand(1, 3, 41, 41);
    }

    private static (double X, double Y) Centre(Tensor image)
    {
        var map = image[0, 0];
        var total = map.sum();
        return ((map.sum(dim: 0) * arange(41)).sum().div(total).ToDouble(), (map.sum(dim: 1) * arange(41)).sum().div(total).ToDouble());
    }
}
