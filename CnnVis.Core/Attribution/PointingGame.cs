using CnnVis.Core.Imaging;

namespace CnnVis.Core.Attribution;

/// <summary>
/// Did the heat land on the object? The pointing game of Zhang et al. 2016 (arXiv 1608.00507): a map hits if its
/// maximum lies in a box of its class. And its variant by energy, Wang et al. 2019 (Score-CAM, arXiv 1910.01279): the sum
/// of the heat in the box over the sum of all heat.
/// </summary>
/// <remarks>Both papers enlarge the map to the picture; here the map's cells have a place and an area in the picture instead.</remarks>
public static class PointingGame
{
    /// <summary>Plays one map.</summary>
    /// <param name="map">Raw, [h, w], spread over the whole picture. The first of several maxima counts.</param>
    /// <param name="boxes">Where objects of the map's class are; they should not overlap.</param>
    /// <returns>Null if the map has no heat: nothing in it is above zero.</returns>
    public static PointingResult? Play(FloatArray map, IReadOnlyCollection<Box> boxes)
    {
        var (height, width) = MapResizer.SizeOf(map);
        var (hottest, heat, onObject) = (0, 0.0, 0.0);
        for (var i = 0; i < map.Values.Length; i++)
        {
            var value = map.Values[i];
            if (value > 0 && float.IsFinite(value))
            {
                hottest = value > map.Values[hottest] || heat == 0 ? i : hottest;
                heat += value;
                onObject += value * Math.Min(boxes.Sum(box => box.ShareOf(Cell(i))), 1);
            }
        }

        var (x, y) = (Cell(hottest).Left + (0.5 / width), Cell(hottest).Top + (0.5 / height));
        return heat == 0 ? null : new PointingResult(x, y, boxes.Any(box => box.Contains(x, y)), onObject / heat);

        Box Cell(int i) => new((double)(i % width) / width, (double)(i / width) / height, 1.0 / width, 1.0 / height);
    }
}
