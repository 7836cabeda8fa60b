using System.Text.Json;
using CnnVis.Core;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Api;

/// <summary>A run as the API shows it.</summary>
/// <param name="Scalars">For each named number its newest value.</param>
internal sealed record RunResource(
    string Id,
    RunState State,
    int Step,
    int Total,
    IReadOnlyDictionary<string, double> Scalars,
    JsonElement Spec,
    string? Error,
    IReadOnlyList<string> Arrays,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyDictionary<string, string> Links)
{
    private static readonly Dictionary<string, string> OurVersions = new()
    {
        ["cnnvis"] = VersionOf(typeof(RunSpec)),
        ["torchSharp"] = VersionOf(typeof(TorchSharp.torch)),
    };

    public static RunResource From(RunDescription run) => new(
        run.Id,
        run.State,
        run.Step,
        run.Total,
        run.Objective.Count > 0 ? new Dictionary<string, double> { ["objective"] = run.Objective[^1] } : [],
        JsonDocument.Parse(RunSpecJson.Write(run.Spec)).RootElement,
        run.Error,
        run.Arrays,
        OurVersions,
        LinksOf(run));

    private static Dictionary<string, string> LinksOf(RunDescription run)
    {
        var self = $"/api/runs/{run.Id}";
        var links = new Dictionary<string, string>
        {
            ["self"] = self,
            ["page"] = $"/{run.Spec.Technique}?run={run.Id}",
            ["picture"] = $"{self}/result.png",
        };
        foreach (var array in run.Arrays)
        {
            links[array] = $"{self}/arrays/{array}.npy";
        }

        return links;
    }

    private static string VersionOf(Type type) => type.Assembly.GetName().Version?.ToString(3) ?? "unknown";
}
