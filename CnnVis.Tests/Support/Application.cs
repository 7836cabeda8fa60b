using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CnnVis.Tests.Support;

/// <summary>The whole application in this process, without a browser and without other networks than the built-in one.</summary>
public class Application : WebApplicationFactory<Program>
{
    private readonly DataFolder? _own;
    private readonly string _data;

    public Application()
    {
        _own = new DataFolder();
        _data = _own.Path;
    }

    /// <param name="data">A data directory that outlives it.</param>
    internal Application(string data) => _data = data;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _own?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("CnnVis:ModelsDirectory", null)
        .UseSetting("CnnVis:DataDirectory", _data)
        .UseSetting("Logging:LogLevel:Default", "Warning")
        // The server in this process cannot limit the size of requests and warns of it each time.
        .UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", "Error");
}
