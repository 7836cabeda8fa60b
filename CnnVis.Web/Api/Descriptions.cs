using Microsoft.OpenApi;

namespace CnnVis.Web.Api;

/// <summary>What the OpenAPI document cannot see in the handlers' signatures.</summary>
internal static class Descriptions
{
    /// <summary>
    /// Says what the body is, without refusing other content types: a picture is known by its bytes, and whoever
    /// forgets the header of a JSON body is understood all the same.
    /// </summary>
    public static RouteHandlerBuilder TakesBody(this RouteHandlerBuilder endpoint, string contentType, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = description,
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() },
            };
            return Task.CompletedTask;
        });

    /// <summary>Says what may be asked of maps; the handler reads plain texts, to refuse them in a clear sentence.</summary>
    public static RouteHandlerBuilder TakesMapQuery(this RouteHandlerBuilder endpoint) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in operation.Parameters ?? [])
            {
                parameter.Description = parameter.Name switch
                {
                    "map" => $"The colour map: {MapQuery.Colours}. The usual one if left out.",
                    "opacity" => "The map's largest share in a pixel, 0 to 1; 0.6 if left out.",
                    "common" => "true to show several maps on one scale; false if left out.",
                    "overlay" => "true, or false for the map alone; true if left out.",
                    _ => parameter.Description,
                };
            }

            return Task.CompletedTask;
        });

    /// <summary>Says that the answer is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, string contentType, params string[] others) =>
        endpoint.Produces(StatusCodes.Status200OK, null, contentType, others);

    /// <summary>Says which refusals to expect, each as problem details.</summary>
    public static RouteHandlerBuilder MayRefuse(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }
}
