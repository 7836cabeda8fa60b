using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

public sealed class SpriteMakerTests : IDisposable
{
    // A red rectangle twice as wide as high, under two names, and a drawing that is none.
    private const string Icons = """
        {
          "width": 32, "height": 32,
          "icons": {
            "dog": { "body": "<rect x='4' y='10' width='24' height='12' fill='#f00'/>" },
            "cat": { "body": "<rect x='4' y='10'" },
            "fox": { "body": "" }
          },
          "aliases": { "dog-face": { "parent": "dog" }, "poodle": { "parent": "guide-dog" }, "guide-dog": { "parent": "poodle" } }
        }
        """;

    private readonly TestPackages _packages = new();

    public void Dispose() => _packages.Dispose();

    [Fact]
    public void A_drawing_is_cut_out_centred_and_counted_once_under_all_its_names()
    {
        _packages.Write(TestPackages.Noto, ("icons.json", Icons));

        var sprite = Assert.Single(new SpriteMaker(_packages.Directory).Make(TestPackages.Noto));

        Assert.Equal((0, "noto", "dog"), (sprite.Class, sprite.Set, sprite.Name));
        Assert.Equal((byte)255, At(sprite, plane: 0, 64, 64));
        Assert.Equal((byte)0, At(sprite, plane: 1, 64, 64));
        Assert.Equal((byte)255, At(sprite, plane: 3, 64, 64));
        Assert.Equal((byte)255, At(sprite, plane: 3, 4, 64)); // it fills the width
        Assert.Equal((byte)0, At(sprite, plane: 3, 64, 20)); // but not the height
    }

    [Fact]
    public void A_drawing_that_cannot_be_drawn_is_told_and_left_out()
    {
        _packages.Write(TestPackages.Noto, ("icons.json", Icons));
        var refused = new List<string>();

        new SpriteMaker(_packages.Directory).Make(TestPackages.Noto, refused.Add);

        Assert.StartsWith("noto/cat:", Assert.Single(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_package_says_so() => Complains("is missing");

    [Fact]
    public void A_package_cut_off_says_so()
    {
        _packages.Write(TestPackages.Noto, ("icons.json", Icons + new string(' ', 100_000)));
        File.WriteAllBytes(_packages.PathOf(TestPackages.Noto), File.ReadAllBytes(_packages.PathOf(TestPackages.Noto))[..200]);
        Complains("damaged");
    }

    [Fact]
    public void A_package_of_something_else_says_so()
    {
        File.WriteAllText(_packages.PathOf(TestPackages.Noto), "no archive");
        Complains("damaged");
    }

    [Fact]
    public void Drawings_that_are_no_json_say_so()
    {
        _packages.Write(TestPackages.Noto, ("icons.json", "{ \"icons\": "));
        Complains("damaged");
    }

    [Fact]
    public void A_package_without_drawings_needs_a_table_of_characters()
    {
        _packages.Write(TestPackages.Noto, ("readme", "nothing here"));
        Complains("no table of characters");
    }

    private void Complains(string what) => Assert.Contains(
        what,
        Assert.Throws<DrawingsException>(() => new SpriteMaker(_packages.Directory).Make(TestPackages.Noto)).Message,
        StringComparison.Ordinal);

    private static byte At(Sprite sprite, int plane, int x, int y) =>
        sprite.Pixels[(((plane * Sprite.Side) + y) * Sprite.Side) + x];
}
