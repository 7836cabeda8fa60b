using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;

namespace CnnVis.Benchmarks;

/// <summary>A run to measure, and what the network looks at in each of its steps.</summary>
/// <param name="Name">The technique, and how it is used.</param>
/// <param name="Options">The options for a layer, a side in pixels and a number of steps.</param>
/// <param name="Batch">Pictures that the network looks at at once.</param>
/// <param name="Tile">The sides of the tiles it looks at one after the other, or null for the whole picture at once.</param>
internal sealed record Runs(string Name, Func<string, int, int, TechniqueOptions> Options, int Batch = 1, int? Tile = null)
{
    public static IReadOnlyList<Runs> All { get; } =
    [
        new("deepdream", Dream),
        new("deepdream, tiles of 128", (layer, side, steps) => Dream(layer, side, steps) with { Tile = 128 }, Tile: 128),
        new("neuron", Neuron),
        new("neuron, four", (layer, side, steps) => Neuron(layer, side, steps) with { Batch = 4, Diversity = 1 }, Batch: 4),
        new("content", (layer, side, steps) => new ContentOptions { Layer = layer, Size = side, Steps = steps }),
    ];

    /// <summary>Batches are measured on small pictures, tiles on large ones.</summary>
    public bool Fits(int side) => Batch == 1 ? Tile is null || side % Tile == 0 : side < 512;

    /// <summary>The number of passes in a step.</summary>
    public int TilesIn(int side) => Tile is { } tile ? side / tile * (side / tile) : 1;

    public IEnumerable<Frame> Start(Network network, string layer, int side, int steps)
    {
        var technique = TechniqueCatalog.Find(Name.Split(',')[0]);
        var options = technique.Complete(Options(layer, side, steps), network.Info);
        return technique.Run(new TechniqueInput(network, Dreams.Noise(side), options, Seed: 1));
    }

    // One octave at full size, so that every step costs the same.
    private static DeepDreamOptions Dream(string layer, int side, int steps) =>
        new() { Layers = [new(layer)], Octaves = 1, Steps = steps, Size = side };

    private static NeuronOptions Neuron(string layer, int side, int steps) => new() { Layer = layer, Steps = steps, Size = side };
}
