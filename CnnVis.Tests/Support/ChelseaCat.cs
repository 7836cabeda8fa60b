using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>SqueezeNet 1.1 and the picture of a cat for which other libraries' arrays are at hand.</summary>
public sealed class ChelseaCat : IDisposable
{
    /// <summary>Egyptian cat, the most probable class.</summary>
    public const int ClassA = 285;

    /// <summary>Lynx.</summary>
    public const int ClassB = 287;

    private NetworkCatalog? _catalog;
    private Golden? _golden;

    /// <summary>The network with its weights; the test is skipped where they are absent.</summary>
    public Network Network => (_catalog ??= new NetworkCatalog(Shared.Models())).Load("squeezenet1_1");

    /// <summary>A reference array; the test is skipped where it is absent.</summary>
    public Tensor Reference(string name) => (_golden ??= new Golden("squeezenet1_1.chelsea.safetensors"))[name];

    /// <summary>The raw results of a technique on the cat.</summary>
    public IReadOnlyDictionary<string, FloatArray> Run(string technique, TechniqueOptions options)
    {
        var found = TechniqueCatalog.Find(technique);
        var picture = PictureDecoder.Decode(File.ReadAllBytes(Shared.Golden("squeezenet1_1.chelsea.png")));
        return found.Run(new TechniqueInput(Network, picture, found.Complete(options, Network.Info), Seed: 0)).Last().Arrays;
    }

    /// <summary>
    /// The relative L2 error of what a run found against the reference, and that of a mistaken run: one must be small,
    /// the other large, or the test could not tell right from wrong.
    /// </summary>
    public void AssertFound(string reference, double tolerance, FloatArray right, params FloatArray[] mistakes)
    {
        using var scope = NewDisposeScope();
        Assert.InRange(Error(right), 0, tolerance);
        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, mistake => Assert.True(Error(mistake) > 100 * tolerance, $"{reference} cannot tell a mistake from the truth."));

        double Error(FloatArray found) => Numbers.RelativeError(tensor(found.Values), Reference(reference).flatten());
    }

    public void Dispose()
    {
        _golden?.Dispose();
        _catalog?.Dispose();
    }
}
