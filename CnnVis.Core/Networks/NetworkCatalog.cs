using System.Security.Cryptography;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Training.Lab;
using CnnVis.Core.Weights;

namespace CnnVis.Core.Networks;

/// <summary>
/// The networks that are ready: the built-in one, and every known architecture whose weights
/// (<c>&lt;id&gt;.safetensors</c> or <c>&lt;id&gt;.pth</c>) lie in the models directory.
/// Weights are read when a network is first used, and kept. Networks that were trained here are found by their id, too,
/// and so is every network with random weights from a layer on (<see cref="RandomizedNetwork"/>).
/// </summary>
public sealed class NetworkCatalog : IDisposable
{
    /// <summary>Every architecture known, with weights or without.</summary>
    internal static readonly IReadOnlyList<Architecture> Architectures =
    [
        DrawingNet.BuiltIn,
        SqueezeNet.Version11,
        SqueezeNet.Version10,
        BvlcGoogLeNet.Instance,
        GoogLeNet.Instance,
        AlexNet.Instance,
        Vgg.Vgg16,
        Vgg.Vgg19,
        ResNet.ResNet18,
        ResNet.ResNet34,
        ResNet.ResNet50,
        MobileNet.Version2,
        DenseNet.DenseNet121,
    ];

    private readonly Dictionary<string, Network> _loaded = [];
    private readonly Dictionary<string, string> _hashes = [];
    private readonly Lock _lock = new();
    private readonly List<string> _problems = [];
    private readonly string? _models;
    private readonly ITrainedNetworks? _trained;
    private readonly NetworkShelf _shelf = new();

    /// <param name="modelsDirectory">Where the weights lie; null where there are none but the built-in network's.</param>
    /// <param name="trained">Where networks that were trained here are found; null where none are.</param>
    public NetworkCatalog(string? modelsDirectory = null, ITrainedNetworks? trained = null)
    {
        (_models, _trained) = (modelsDirectory, trained);
        var imageNet = NamesOrNumbers(modelsDirectory);
        Networks = [.. Architectures.Where(a => WeightsPath(a.Id) is not null).Select(a => a.Describe(imageNet))];
    }

    /// <summary>The weights file of the network that comes along.</summary>
    public static string BuiltInWeights { get; } = Path.Combine(AppContext.BaseDirectory, "networks", $"{DrawingNet.BuiltIn.Id}.safetensors");

    /// <summary>The networks that are ready as they come, without those that were trained here or have forgotten.</summary>
    public IReadOnlyList<NetworkInfo> Networks { get; }

    /// <summary>Sentences on what in the models directory could not be used; the networks are ready all the same.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What is known about a network.</summary>
    /// <exception cref="UnknownThingException">It is unknown, or its weights are not there.</exception>
    /// <exception cref="UnsuitableNetworkException">It is to forget where nothing was learnt.</exception>
    public NetworkInfo Find(string id) => RandomizedNetwork.Find(id, Known) ?? throw Unknown(id);

    /// <summary>Lends a network with its weights for as long as it is needed, also one that was trained here or has forgotten.</summary>
    /// <exception cref="UnknownThingException">It is unknown, or its weights are not there.</exception>
    /// <exception cref="UnsuitableNetworkException">It is to forget where nothing was learnt.</exception>
    /// <exception cref="InvalidWeightsException">Its weights file is damaged or does not fit.</exception>
    public NetworkLoan Borrow(string id) =>
        _shelf.Borrow(id, () => Forgotten(id) ?? _trained?.Find(id)?.Load(id)) ?? new NetworkLoan(Load(id), () => { });

    /// <summary>The network with its weights, if it was not trained here. It belongs to the catalog and must not be disposed.</summary>
    /// <exception cref="UnknownThingException">It is unknown, or its weights are not there.</exception>
    /// <exception cref="InvalidWeightsException">Its weights file is damaged or does not fit.</exception>
    public Network Load(string id)
    {
        var info = Networks.FirstOrDefault(network => network.Id == id) ?? throw Unknown(id);
        lock (_lock)
        {
            if (!_loaded.TryGetValue(id, out var network))
            {
                network = Read(info);
                _loaded.Add(id, network);
            }

            return network;
        }
    }

    /// <summary>
    /// The SHA-256 of a network's weights file in lower-case hexadecimal, or null for one that was trained here. For one
    /// that has forgotten it is the file it had learnt: its id says the rest.
    /// </summary>
    /// <exception cref="UnknownThingException">It is unknown, or its weights are not there.</exception>
    public string? WeightsHash(string id)
    {
        id = RandomizedNetwork.Read(id)?.Trained ?? id;
        if (_trained?.Find(id) is not null)
        {
            return null;
        }

        using var file = File.OpenRead(WeightsPath(id) ?? throw Unknown(id));
        lock (_lock)
        {
            return _hashes.TryGetValue(id, out var hash) ? hash : _hashes[id] = Convert.ToHexStringLower(SHA256.HashData(file));
        }
    }

    /// <summary>The name of a network's weights file, without its folder.</summary>
    /// <exception cref="UnknownThingException">It has none: it is unknown, was trained here, or has forgotten.</exception>
    public string WeightsFile(string id) => Path.GetFileName(WeightsPath(id)) ?? throw Unknown(id);

    /// <summary>Frees the networks that were loaded.</summary>
    public void Dispose()
    {
        foreach (var network in _loaded.Values)
        {
            network.Dispose();
        }
    }

    private NetworkInfo? Known(string id) =>
        Networks.FirstOrDefault(network => network.Id == id) ?? _trained?.Find(id)?.Describe(id);

    private Network? Forgotten(string id)
    {
        if (RandomizedNetwork.Read(id) is not { } random)
        {
            return null;
        }

        using var trained = Borrow(random.Trained);
        return random.Load(trained.Network);
    }

    private IReadOnlyList<string> NamesOrNumbers(string? modelsDirectory)
    {
        try
        {
            return ClassLabels.ImageNet(modelsDirectory);
        }
        catch (InvalidWeightsException problem)
        {
            _problems.Add($"{problem.Message} Classes are shown by number.");
            return ClassLabels.Numbered;
        }
    }

    private Network Read(NetworkInfo info)
    {
        var architecture = Architectures.First(a => a.Id == info.Id);
        var path = WeightsPath(info.Id) ?? throw Unknown(info.Id);
        return architecture.Read(path, info);
    }

    private string? WeightsPath(string id) =>
        id == DrawingNet.BuiltIn.Id
            ? BuiltInWeights
            : _models is null
                ? null
                : new[] { $"{id}.safetensors", $"{id}.pth" }.Select(name => Path.Combine(_models, name)).FirstOrDefault(File.Exists);

    private UnknownThingException Unknown(string id) => new("network", id, Hint(RandomizedNetwork.Read(id)?.Trained ?? id));

    private string Hint(string id) => TrainedNetwork.Read(id) is not null
        ? "It was trained here in a run that was let go, or in an epoch that has not ended: open the lab and train it again."
        : Architectures.Any(a => a.Id == id)
        ? $"Its weights are missing: put {id}.safetensors or {id}.pth into the models directory and start again."
        : $"Ready here: {string.Join(", ", Networks.Select(network => network.Id))}.";
}
