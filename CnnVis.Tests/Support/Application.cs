using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CnnVis.Tests.Support;

/// <summary>The whole application in this process, without a browser and without other networks than the built-in one.</summary>
public class Application : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("CnnVis:ModelsDirectory", null)
        .UseSetting("Logging:LogLevel:Default", "Warning")
        // The server in this process cannot limit the size of requests and warns of it each time.
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");
}
