using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Web.Runs;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Showcase;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Sharing;

/// <summary>What a shared run is called and consists of, for people and for previews of its link.</summary>
internal static class SharedRunWords
{
    public static string Title(RunSpec spec) => Title(spec.Technique);

    /// <summary>A technique's name, or its id where this version does not know it; pages translate it.</summary>
    public static string Title(string technique) => TechniqueCatalog.All.FirstOrDefault(known => known.Id == technique)?.Title ?? technique;

    /// <summary>A sentence that stands under the link's picture, in chats and search results.</summary>
    public static string Description(IStringLocalizer L, RunSpec spec, string subject) => spec.Network is null
        ? L["A network learns on CnnVis: {0}. Open the link to watch it again, and to try it yourself.", subject]
        : L["Seen through a convolutional network on CnnVis: {0}. Open the link to watch it grow, and to try it yourself.", subject];

    /// <summary>Whether its frames are maps over a picture.</summary>
    public static bool ShowsMaps(RunSpec spec) => spec.Options is SaliencyOptions or GradCamOptions or GapOptions or GapLabOptions;

    /// <summary>What its page shows until the canvas has its first frame.</summary>
    public static PictureChoice? Result(RunDescription run) =>
        run.Kept.Count > 0 ? new("", Title(run.Spec), $"/api/runs/{run.Id}/result.png") : null;

    /// <summary>Where the run can be changed and run anew.</summary>
    public static string Playground(string id, RunSpec spec) =>
        $"{PageOf(spec)}?run={id}";

    /// <summary>Where settings can be changed and run.</summary>
    /// <param name="forked">The step of the frame from which they start.</param>
    public static string Playground(NavigationManager navigation, RunSpec spec, int forked) => navigation.GetUriWithQueryParameters(
        navigation.ToAbsoluteUri(PageOf(spec)).ToString(),
        PlaygroundAddress.Write(spec.Network, spec.Options, spec.Seed, spec.Image).Append(new("forked", forked)).ToDictionary());

    private static string PageOf(RunSpec spec) => Way.All.FirstOrDefault(way => way.Technique == spec.Technique)?.Address ?? spec.Technique;

    /// <summary>Everything that decided the run, each with its value as specs write it; what was left open is told by nothing.</summary>
    public static IEnumerable<(string Name, string Value)> Everything(RunSpec spec)
    {
        var all = JsonNode.Parse(RunSpecJson.Write(spec))!.AsObject();
        var options = all["options"]!.AsObject();
        all.Remove("options");
        return all.Concat(options).Where(entry => !IsNothing(entry.Value)).Select(entry => (entry.Key, Text(entry.Value!)));
    }

    private static bool IsNothing(JsonNode? value) => value is null or JsonArray { Count: 0 };

    /// <summary>A value as specs write it, a word without its quotes.</summary>
    public static string Text(JsonNode value) => value is JsonValue single && single.TryGetValue(out string? text) ? text : value.ToJsonString();
}
