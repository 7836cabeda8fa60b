using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Sharing;

/// <summary>Everything somebody needs to make a run again elsewhere, and to know that it is the same.</summary>
/// <param name="Weights">The SHA-256 of the network's weights file, or null where there is none.</param>
/// <param name="Seconds">From the start to the end, pauses and turns of others included; null while it goes on.</param>
internal sealed record RunManifest(
    string Id,
    RunState State,
    JsonNode Spec,
    string SpecHash,
    string? Weights,
    IReadOnlyDictionary<string, string> Versions,
    int Step,
    int Total,
    IReadOnlyList<int> Frames,
    IReadOnlyList<string> Arrays,
    DateTimeOffset? StartedAt,
    double? Seconds)
{
    public static IReadOnlyDictionary<string, string> OurVersions { get; } = new Dictionary<string, string>
    {
        ["cnnvis"] = VersionOf(typeof(RunSpec)),
        ["torchSharp"] = VersionOf(typeof(TorchSharp.torch)),
        ["dotnet"] = Environment.Version.ToString(),
        ["platform"] = RuntimeInformation.RuntimeIdentifier,
    };

    public static RunManifest Of(RunDescription run, NetworkCatalog networks) => new(
        run.Id,
        run.State,
        JsonNode.Parse(RunSpecJson.Write(run.Spec))!,
        RunSpecJson.Hash(run.Spec),
        run.Spec.Network is { } network ? networks.WeightsHash(network) : null,
        OurVersions,
        run.Step,
        run.Total,
        run.Kept,
        run.Arrays,
        run.StartedAt,
        run is { StartedAt: { } start, EndedAt: { } end } ? (end - start).TotalSeconds : null);

    private static string VersionOf(Type type) => type.Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
