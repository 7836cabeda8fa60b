using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>A place between 0 and 1, and what a look there counts.</summary>
internal readonly record struct QuadraturePoint(double Place, double Weight);

/// <summary>Integrals over 0 to 1 as weighted sums.</summary>
internal static class Quadrature
{
    public static IReadOnlyList<QuadraturePoint> On(IntegrationRule rule, int points) =>
        rule == IntegrationRule.GaussLegendre ? GaussLegendre(points) : Trapezoid(points);

    /// <summary>
    /// Golub and Welsch 1969: the places are the eigenvalues of Legendre's three-term recurrence, the weights the
    /// squares of the eigenvectors' first entries; moved from -1..1 to 0..1.
    /// </summary>
    private static List<QuadraturePoint> GaussLegendre(int points)
    {
        using var scope = NewDisposeScope();
        var k = arange(1, points, dtype: ScalarType.Float64);
        var recurrence = diag(k / (4 * k.square() - 1).sqrt(), 1);
        var (values, vectors) = linalg.eigh(recurrence + recurrence.t());
        var places = ((values + 1) / 2).data<double>().ToArray();
        var weights = vectors[0].square().contiguous().data<double>().ToArray();
        return [.. places.Zip(weights, (place, weight) => new QuadraturePoint(place, weight))];
    }

    /// <summary>
    /// n places from 0 to 1 of weight 1/n, the ends half: Captum's form. Its weights add up to (n - 1)/n, so it falls
    /// short by that share, which the completeness error shows.
    /// </summary>
    private static List<QuadraturePoint> Trapezoid(int points) =>
        [.. Enumerable.Range(0, points).Select(i =>
            new QuadraturePoint((double)i / (points - 1), (i == 0 || i == points - 1 ? 0.5 : 1.0) / points))];
}
