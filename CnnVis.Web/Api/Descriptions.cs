using Microsoft.OpenApi;

namespace CnnVis.Web.Api;

/// <summary>What the OpenAPI document cannot see in the handlers' signatures.</summary>
internal static class Descriptions
{
    /// <summary>
    /// Says what the body is, without refusing other content types: a picture is known by its bytes, and whoever
    /// forgets the header of a JSON body is understood all the same.
    /// </summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder endpoint, string contentType, string description, OpenApiSchema? schema = null) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = description,
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() { Schema = schema ?? File() } },
            };
            return Task.CompletedTask;
        });

    /// <summary>Says that the answer is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses!["200"] = new OpenApiResponse
            {
                Description = "The file.",
                Content = contentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = File() }),
            };
            return Task.CompletedTask;
        });

    /// <summary>Says what an event's data is: the library tells of the envelope instead, which does not travel as JSON.</summary>
    public static RouteHandlerBuilder GivesEvents<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation);
            operation.Responses!["200"] = new OpenApiResponse
            {
                Description = "The events, each with one of these as its data.",
                Content = new Dictionary<string, OpenApiMediaType> { ["text/event-stream"] = new() { Schema = schema } },
            };
        });

    /// <summary>Says which refusals to expect, each as problem details.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }

    private static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
