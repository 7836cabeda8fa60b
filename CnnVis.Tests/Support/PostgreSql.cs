using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CnnVis.Tests.Support;

/// <summary>A real PostgreSQL of its own on loopback, as long as the tests that need it run; they are skipped where there is none.</summary>
public sealed class PostgreSql : IAsyncLifetime
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => $"{version}/bin").LastOrDefault(Directory.Exists)
        : null;

    // It refuses to run as root.
    private static readonly string[] AsItsUser = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : ["env"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("postgres");
    private readonly int _port = FreePort();
    private int _databases;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(Programs is null, "No PostgreSQL was found in /usr/lib/postgresql: install the package postgresql to run its tests.");
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await RunAsync("createdb", "-h", "127.0.0.1", "-p", $"{_port}", "-U", "postgres", name);
        return $"Host=127.0.0.1;Port={_port};Username=postgres;Database={name};Pooling=false";
    }

    public async ValueTask InitializeAsync()
    {
        if (Programs is null)
        {
            return;
        }

        if (Environment.UserName == "root")
        {
            await StartAsync("chown", "postgres", _folder.FullName);
        }

        await RunAsync("initdb", "-D", Data, "-U", "postgres", "--auth=trust", "--no-sync");
        await RunAsync("pg_ctl", "-D", Data, "-w", "-l", $"{_folder.FullName}/log", "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off", "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (Programs is not null)
        {
            await RunAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        }

        _folder.Delete(recursive: true);
    }

    private string Data => $"{_folder.FullName}/data";

    private static Task RunAsync(string program, params string[] arguments) =>
        StartAsync(AsItsUser[0], [.. AsItsUser.Skip(1), $"{Programs}/{program}", .. arguments]);

    private static async Task StartAsync(string program, params string[] arguments)
    {
        // "pg_ctl" leaves the server behind with whatever it writes to: that is nothing of ours.
        string[] quiet = ["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("sh", quiet) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
