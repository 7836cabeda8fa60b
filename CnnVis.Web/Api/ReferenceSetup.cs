using CnnVis.Web.Sharing;
using Scalar.AspNetCore;

namespace CnnVis.Web.Api;

/// <summary>The API's description, for programs at <c>/openapi/v1.json</c> and for people at <c>/scalar</c>.</summary>
internal static class ReferenceSetup
{
    private const string Title = "CnnVis API";

    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddOperationTransformer(ParameterWords.Describe);
        options.AddSchemaTransformer((schema, _, _) =>
        {
            schema.Discriminator = null; // the data of events: the event's name tells which it is
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = Title;
            document.Info.Version = RunManifest.OurVersions["cnnvis"];
            document.Info.Description = "Runs of CnnVis for programs: bring a picture, start a run, follow it, take its pictures and raw numbers. "
                + "What cannot be done is answered by problem details (RFC 9457) with a stable `type` and one clear sentence.";
            return Task.CompletedTask;
        });
    });

    // Everything the page needs is part of the library and served from here; what would ask other hosts is off. Its one
    // inline script carries a number for once, which SecurityHeaders finds and lets through.
    public static void MapReference(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference(page => page.WithTitle(Title).WithFavicon("/favicon.svg").WithNonce()
            .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools().PreserveSchemaPropertyOrder());
    }
}
