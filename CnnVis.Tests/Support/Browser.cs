using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace CnnVis.Tests.Support;

/// <summary>A real Chromium before the real application on a real port; tests are skipped where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Only a hang takes as long; a loaded machine may take some of it.
    private const float Patience = 60_000;

    private static readonly string[] Paths =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private readonly BrowsedApplication _application = new();
    private readonly List<(ITest? Test, IBrowserContext Profile)> _open = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The application behind the pages.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Where the application listens.</summary>
    public Uri Address => _application.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        if (Paths.FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        _application.UseKestrel(0);
        _application.StartServer();
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                "--disable-features=LocalNetworkAccessChecks", // a test's foreign page may frame what is on this machine
            ],
        });
    }

    /// <summary>A page in a fresh profile.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1280, int height = 800)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium was found ({string.Join(", ", Paths)}): install it to run the browser tests.");
        await CloseEnded();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
        });
        _open.Add((TestContext.Current.Test, context));
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        Overhear(page, TestContext.Current.TestOutputHelper);
        await page.GotoAsync(address);
        return page;
    }

    // Tests take turns, and what an earlier one left open would go on computing and moving beside this one.
    private async Task CloseEnded()
    {
        var ended = _open.Where(one => one.Test != TestContext.Current.Test).ToList();
        _open.RemoveAll(ended.Contains);
        foreach (var (_, profile) in ended)
        {
            await profile.CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _application.DisposeAsync();
    }

    // What a test that fails would like to know of its page.
    private static void Overhear(IPage page, ITestOutputHelper? output)
    {
        page.Console += (_, message) => Tell($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Tell($"error: {error}");
        page.WebSocket += (_, circuit) => circuit.Close += (_, _) => Tell("the circuit's connection was closed");

        void Tell(string line)
        {
            try
            {
                output?.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}");
            }
            catch (InvalidOperationException)
            {
                // The test is over; its page says goodbye.
            }
        }
    }

    // With the weights of ../shared where they are, and a short grace so that a test can outlive it.
    private sealed class BrowsedApplication : Application
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("CnnVis:ModelsDirectory", Shared.ModelsIfPresent()).UseSetting("CnnVis:WatchGraceSeconds", "10")
                .UseSetting("CnnVis:EmbedParents", "http://school.example");
        }
    }
}

/// <summary>One browser and one application for all browser tests, which take turns.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class OneBrowser : ICollectionFixture<Browser>;
