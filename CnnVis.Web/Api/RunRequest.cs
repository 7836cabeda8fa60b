using System.Text.Json;
using System.Text.Json.Nodes;
using CnnVis.Core;

namespace CnnVis.Web.Api;

/// <summary>What starts a run: its spec, and whether it is computed anew though the same was computed before.</summary>
internal sealed record RunRequest(RunSpec Spec, bool Fresh)
{
    private const string FreshName = "fresh";

    /// <exception cref="CnnVisException">It is no such thing.</exception>
    public static RunRequest Read(string body)
    {
        if (ObjectOf(body) is not { } all || !all.TryGetPropertyValue(FreshName, out var fresh))
        {
            return new(RunSpecJson.Read(body), Fresh: false);
        }

        all.Remove(FreshName); // it is no part of the spec, which decides what is seen
        return fresh?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? new(RunSpecJson.Read(all.ToJsonString()), fresh.GetValue<bool>())
            : throw new InvalidOptionsException("fresh must be true or false.");
    }

    // What is no object is left to the reader of specs, which says so.
    private static JsonObject? ObjectOf(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
