using CnnVis.Core;
using CnnVis.Core.Weights;

namespace CnnVis.Tests.Core.Weights;

/// <summary>A folder of files made for one test.</summary>
internal sealed class WeightsFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weights");

    public string Path(string name = "net.pth") => System.IO.Path.Combine(_folder.FullName, name);

    public TensorSet Read(byte[] content)
    {
        File.WriteAllBytes(Path(), content);
        return WeightsFile.Read(Path());
    }

    /// <summary>The sentence with which the content is refused.</summary>
    public string Refusal(byte[] content)
    {
        var live = LiveTensors.Count;
        var refusal = Assert.Throws<InvalidWeightsException>(() => Read(content).Dispose());
        Assert.Equal(live, LiveTensors.Count);
        Assert.StartsWith("The weights file \"net.pth\" cannot be used: ", refusal.Message);
        Assert.EndsWith(".", refusal.Message);
        return refusal.Message;
    }

    /// <summary>Damaged content may still hold tensors; what it must not do is fail in any other way.</summary>
    public void ReadOrRefuse(byte[] content)
    {
        var live = LiveTensors.Count;
        try
        {
            Read(content).Dispose();
        }
        catch (InvalidWeightsException)
        {
        }
        Assert.Equal(live, LiveTensors.Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
