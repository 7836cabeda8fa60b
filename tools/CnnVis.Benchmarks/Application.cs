using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CnnVis.Benchmarks;

/// <summary>The whole application on a real port, with nothing computed before.</summary>
internal sealed class Application : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bench");

    public Application()
    {
        UseKestrel(0);
        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseSetting("CnnVis:DataDirectory", _data.FullName).UseSetting("Logging:LogLevel:Default", "Warning");
}
