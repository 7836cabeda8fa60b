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

    /// <summary>Says that the answer is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.Produces(StatusCodes.Status200OK, contentType: contentType);

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
