using CnnVis.Core.Training.Drawings;

namespace CnnVis.Train;

/// <summary>Scenes of the drawings to train on, and of those in styles that are kept for testing.</summary>
internal sealed class Drawings : IDisposable
{
    private const int Grounds = 3000, Seed = 5;
    private readonly SpriteAtlas _training, _unseen;
    private readonly Backgrounds _grounds;

    private Drawings(string packages)
    {
        var maker = new SpriteMaker(packages);
        _training = new SpriteAtlas(Sprites(maker, heldOut: false));
        _unseen = new SpriteAtlas(Sprites(maker, heldOut: true), partial: true);
        _grounds = new Backgrounds(Grounds, Seed);
        (Training, Unseen) = (new SceneMaker(_training, _grounds), new SceneMaker(_unseen, _grounds));
    }

    public SceneMaker Training { get; }

    public SceneMaker Unseen { get; }

    /// <summary>Fetches the packages if they are not there yet, and draws them.</summary>
    public static Drawings Open(string directory)
    {
        var packages = Path.Combine(directory, "packages");
        DrawingFetcher.Fetch(packages);
        return new Drawings(packages);
    }

    public void Dispose()
    {
        _training.Dispose();
        _unseen.Dispose();
        _grounds.Dispose();
    }

    private static List<Sprite> Sprites(SpriteMaker maker, bool heldOut)
    {
        var sprites = DrawingSet.All.Where(set => set.HeldOut == heldOut).SelectMany(set => maker.Make(set, Console.WriteLine)).ToList();
        Console.WriteLine($"{sprites.Count} drawings {(heldOut ? "kept for testing" : "to train on")}");
        return sprites;
    }
}
