using System.Diagnostics;
using System.Net;

namespace CnnVis.Tests.Support;

/// <summary>The application as a process of its own, so that it can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private readonly CookieContainer _cookies = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>The cookie by which the server knows the client.</summary>
    public string Visitor => _cookies.GetCookieHeader(Client.BaseAddress!);

    /// <summary>Takes over the cookie of another one's client.</summary>
    public void IsVisitor(string cookie) => _cookies.SetCookies(Client.BaseAddress!, cookie);

    public static async Task<ServerProcess> StartAsync(string dataDirectory, CancellationToken cancellation)
    {
        var process = Launch(dataDirectory);
        const string Listening = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop it
                return new ServerProcess(process, new Uri(line[(at + Listening.Length)..]));
            }
        }

        throw new InvalidOperationException("The application ended before it listened.");
    }

    /// <summary>What it says and returns when it cannot start.</summary>
    public static async Task<(int Code, string Said)> FailAsync(string dataDirectory, string[] arguments, CancellationToken cancellation)
    {
        using var process = Launch(dataDirectory, arguments);
        var said = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, said);
    }

    /// <summary>Ends it as <c>kill -9</c> does: it notices nothing.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        Client.Dispose();
        _process.Dispose();
    }

    private static Process Launch(string dataDirectory, params string[] arguments) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "CnnVis.Web"), ["--urls", "http://127.0.0.1:0", .. arguments])
    {
        Environment = { ["CnnVis__DataDirectory"] = dataDirectory, ["CnnVis__ModelsDirectory"] = null },
        RedirectStandardOutput = true,
    })!;
}
