using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Composes scenes of one or two drawings on procedural grounds.</summary>
/// <param name="atlas">The drawings; they stay the caller's.</param>
/// <param name="grounds">The grounds; they stay the caller's.</param>
public sealed class SceneMaker(SpriteAtlas atlas, Backgrounds grounds)
{
    /// <summary>Makes a batch.</summary>
    /// <param name="count">How many scenes.</param>
    /// <param name="rules">How hard they are.</param>
    /// <param name="random">Decides everything: the same state gives the same scenes.</param>
    public SceneBatch Make(int count, SceneRules rules, Generator random)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var draw = new Draw(count, random);
        var paired = draw.Chance(rules.PairShare);
        var (left, right) = Placement.Pair(draw);
        var single = Placement.Single(draw, rules);
        var first = Object(draw, rules, rules.Size, Either(paired, left, single));
        var second = Object(draw, rules, rules.Size / 2, right, shown: paired, not: first.Classes);
        var clutter = Object(draw, rules, rules.Size / 2, Placement.Anywhere(draw), draw.Chance(0.3 * rules.Level) * (1 - paired));
        var image = Ground(draw, rules);
        foreach (var layer in new[] { clutter.Layer, second.Layer, first.Layer })
        {
            image = (image * (1 - layer.narrow(1, 3, 1))) + layer.narrow(1, 0, 3);
        }

        var targets = Targets(first.Classes, second.Classes, paired.reshape(count, 1));
        return Moved(new SceneBatch(Weathered(image, draw, rules), targets, [Shown(first, ones(count)), Shown(second, paired.reshape(count))]));
    }

    private (Tensor Classes, Tensor Layer) Object(
        Draw draw, SceneRules rules, int side, Placement placement, Tensor? shown = null, Tensor? not = null)
    {
        var indices = not is null ? draw.Index(atlas.Weights) : Other(draw, not);
        var sprites = Restyling.Apply(atlas.At(indices, side), draw, rules.RestyleShare);
        var placed = placement.Put(sprites, draw, rules);
        var (colours, alpha) = (placed.narrow(1, 0, 3), placed.narrow(1, 3, 1));
        var layer = cat([ColourChange.Apply(colours, alpha, draw, 0.3 + (0.7 * rules.Level)), alpha], 1);
        return (atlas.Classes[indices], shown is null ? layer : layer * shown);
    }

    // Drawings of another class than these: each scene's own weights leave its class out.
    private Tensor Other(Draw draw, Tensor classes)
    {
        var differs = atlas.Classes.unsqueeze(0).ne(classes.unsqueeze(1)).to_type(ScalarType.Float32);
        return draw.IndexEach(differs * atlas.Weights.unsqueeze(0));
    }

    private static Placement Either(Tensor paired, Placement ifPaired, Placement otherwise) => new(
        Mix(paired, ifPaired.Scale, otherwise.Scale), Mix(paired, ifPaired.X, otherwise.X), Mix(paired, ifPaired.Y, otherwise.Y));

    private static Tensor Mix(Tensor share, Tensor one, Tensor other) => (share * one) + ((1 - share) * other);

    private Tensor Ground(Draw draw, SceneRules rules) =>
        ColourChange.Apply(grounds.Take(draw, rules.Size), ones(1), draw, rules.Level);

    // What happens to pictures on their way: blur and grain.
    private static Tensor Weathered(Tensor image, Draw draw, SceneRules rules)
    {
        var blurred = Mix(draw.Chance(0.25 * rules.Level), functional.avg_pool2d(image, 3, 1, 1, count_include_pad: false), image);
        var grain = draw.Chance(0.2 + (0.5 * rules.Level)) * draw.Even(0, 0.12) * draw.Normal(image.shape);
        return (blurred + grain).clamp(0, 1);
    }

    private static Tensor Targets(Tensor first, Tensor second, Tensor paired)
    {
        var (one, two) = (OneHot(first), OneHot(second));
        return (one * (1 - (paired / 2))) + (two * paired / 2);
    }

    private static Tensor OneHot(Tensor classes) =>
        functional.one_hot(classes, DrawingClass.All.Count).to_type(ScalarType.Float32);

    private static SceneObjects Shown((Tensor Classes, Tensor Layer) thing, Tensor present) =>
        new(thing.Classes, thing.Layer.narrow(1, 3, 1), present.gt(0.5));

    private static SceneBatch Moved(SceneBatch batch)
    {
        foreach (var tensor in batch.Objects.SelectMany(o => new[] { o.Classes, o.Cover, o.Present }).Append(batch.Images).Append(batch.Targets))
        {
            tensor.MoveToOuterDisposeScope();
        }

        return batch;
    }
}
