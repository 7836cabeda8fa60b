namespace CnnVis.Samples;

/// <summary>The scenes, each with two or three drawings of one style that the built-in network knows.</summary>
internal static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("01-dog-and-bicycle", "twemoji", Grounds.Meadow,
        [
            new("bicycle", "bicycle", 0.71, 0.46, 0.48) { Stands = true },
            new("dog", "dog", 0.29, 0.67, 0.53) { Stands = true },
        ]),
        new("02-cat-and-umbrella", "noto", Grounds.Beach,
        [
            new("umbrella", "umbrella-on-ground", 0.69, 0.35, 0.50),
            new("cat", "cat", 0.29, 0.67, 0.56) { Stands = true },
        ]),
        new("03-penguin-and-snowman", "noto", Grounds.Snow,
        [
            new("fir-tree", "evergreen-tree", 0.22, 0.34, 0.42) { Stands = true },
            new("snowman", "snowman-without-snow", 0.76, 0.38, 0.42) { Stands = true },
            new("penguin", "penguin", 0.48, 0.68, 0.50) { Stands = true },
        ]),
        new("04-owl-and-moon", "noto", Grounds.Night,
        [
            new("moon", "crescent-moon", 0.27, 0.28, 0.38),
            new("owl", "owl", 0.66, 0.62, 0.50) { Stands = true },
        ]),
        new("05-bee-and-sunflower", "noto", Grounds.Garden,
        [
            new("sunflower", "sunflower", 0.33, 0.62, 0.56) { Stands = true },
            new("bee", "honeybee", 0.74, 0.28, 0.38),
        ]),
    ];
}
