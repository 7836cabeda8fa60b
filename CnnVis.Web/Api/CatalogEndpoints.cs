using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;

namespace CnnVis.Web.Api;

/// <summary>What can be run: networks, their layers, and techniques with their default options.</summary>
internal static class CatalogEndpoints
{
    public static void MapCatalog(this RouteGroupBuilder api)
    {
        api.MapGet("/networks", (NetworkCatalog networks) => networks.Networks.Select(Network.From))
            .WithSummary("The networks that are ready.");
        api.MapGet("/networks/{id}/layers", (string id, NetworkCatalog networks) => networks.Find(id).Layers)
            .MayRefuse(404).WithSummary("A network's layers in forward order; shapes are for its usual input size.");
        api.MapGet("/networks/builtin/weights.safetensors", () => TypedResults.PhysicalFile(NetworkCatalog.BuiltInWeights, "application/octet-stream", "weights.safetensors"))
            .GivesFile("application/octet-stream").WithSummary("The weights of the network that comes along.");
        api.MapGet("/techniques", () => TechniqueCatalog.All.Select(Technique.From))
            .WithSummary("The techniques with their default options.");
    }

    private sealed record Network(string Id, string Title, string Summary, int InputSize, IReadOnlyList<string> Classes)
    {
        public static Network From(NetworkInfo info) => new(info.Id, info.Title, info.Summary, info.InputSize, info.Classes);
    }

    private sealed record Technique(string Id, string Title, JsonElement Options)
    {
        public static Technique From(ITechnique technique) => new(technique.Id, technique.Title, Defaults(technique.OptionsType));

        private static JsonElement Defaults(Type type) =>
            JsonSerializer.SerializeToElement(Activator.CreateInstance(type), type, RunSpecJson.Options);
    }
}
