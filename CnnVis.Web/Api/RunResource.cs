using System.Text.Json;
using CnnVis.Core;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using CnnVis.Web.Sharing.PyTorch;

namespace CnnVis.Web.Api;

/// <summary>A run as the API shows it.</summary>
/// <param name="SpecHash">The SHA-256 of the spec: runs with the same one show the same.</param>
/// <param name="Scalars">For each named number its newest value; null where it is not finite.</param>
internal sealed record RunResource(
    string Id,
    RunState State,
    int Step,
    int Total,
    WaitingPlace? Place,
    IReadOnlyDictionary<string, double?> Scalars,
    IReadOnlyList<Prediction> Predictions,
    JsonElement Spec,
    string SpecHash,
    string? Error,
    DateTimeOffset? ExpiresAt,
    IReadOnlyList<string> Arrays,
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyDictionary<string, string> Links)
{
    public static RunResource From(RunDescription run) => new(
        run.Id,
        run.State,
        run.Step,
        run.Total,
        run.Place,
        run.Curves.ToDictionary(curve => curve.Key, curve => Finite(curve.Value[^1])),
        run.Predictions,
        JsonSerializer.Deserialize<JsonElement>(RunSpecJson.Write(run.Spec)),
        RunSpecJson.Hash(run.Spec),
        run.Error?.ToString(),
        run.ExpiresAt,
        run.Arrays,
        RunManifest.OurVersions,
        LinksOf(run));

    private static Dictionary<string, string> LinksOf(RunDescription run)
    {
        var self = $"/api/runs/{run.Id}";
        var links = new Dictionary<string, string>
        {
            ["self"] = self,
            ["share"] = $"/r/{run.Id}",
            ["page"] = $"/{run.Spec.Technique}?run={run.Id}",
            ["manifest"] = $"{self}/result.json",
            ["animation"] = $"{self}/result.gif",
            ["picture"] = $"{self}/result.png",
        };
        if (PyTorchCode.WhyNot(run.Spec) is null)
        {
            links["pytorch"] = $"{self}/result.py";
        }

        foreach (var array in run.Arrays)
        {
            links[array] = $"{self}/arrays/{array}.npy";
        }

        return links;
    }

    // JSON has no word for a number that is none, such as the objective of broken weights.
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
