using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;

namespace CnnVis.Benchmarks;

/// <summary>DeepDreams to measure, on a picture of soft noise.</summary>
internal static class Dreams
{
    /// <summary>One octave at full size, so that every step costs the same.</summary>
    public static IEnumerable<Frame> OneOctave(Network network, string layer, int side, int steps)
    {
        var options = new DeepDreamOptions { Layers = [new(layer)], Octaves = 1, Steps = steps, Size = side };
        return new DeepDreamTechnique().Run(new TechniqueInput(network, Noise(side), options, Seed: 1));
    }

    public static Picture Noise(int side)
    {
        var random = new Random(1);
        var rgb = new byte[3 * side * side];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)(128 + (60 * Math.Sin(i / 3 % side / 17.0) * Math.Cos(i / 3 / side / 23.0)) + random.Next(-20, 20));
        }

        return new Picture(side, side, rgb);
    }
}
