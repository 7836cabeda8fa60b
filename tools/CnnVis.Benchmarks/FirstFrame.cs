using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace CnnVis.Benchmarks;

/// <summary>From the click on Run to the first picture on the canvas, in a real Chromium with the built-in network.</summary>
internal static class FirstFrame
{
    private const string Chromium = "/usr/bin/chromium";

    public static async Task PrintAsync()
    {
        if (!File.Exists(Chromium))
        {
            Console.WriteLine($"\nclick to first frame: not measured, there is no {Chromium}");
            return;
        }

        await using var application = new WebApplicationFactory<Program>();
        application.UseKestrel(0);
        application.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        });
        foreach (var address in new[] { "deepdream", "neuron" })
        {
            var times = new List<double>();
            for (var i = 0; i < 7; i++)
            {
                times.Add(await MeasureAsync(browser, new Uri(application.ClientOptions.BaseAddress, address)));
            }

            Console.WriteLine($"\nclick to first frame on /{address}: median {Median.Of(times):0} ms, longest {times.Max():0} ms of {times.Count}");
        }
    }

    // The page's own clock, from the click's event to the drawn frame: the test driver's way is not counted.
    private static async Task<double> MeasureAsync(IBrowser browser, Uri address)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        await page.GetByTestId("run").WaitForAsync();
        await page.EvaluateAsync(
            """
            () => {
              addEventListener("click", event => window.clicked = event.timeStamp, { capture: true, once: true });
              new MutationObserver(() => window.drawn ??= performance.now())
                .observe(document.body, { subtree: true, attributeFilter: ["data-frames"] });
            }
            """);
        await page.GetByTestId("run").ClickAsync();
        await page.WaitForFunctionAsync("() => window.drawn");
        var elapsed = await page.EvaluateAsync<double>("window.drawn - window.clicked");
        await page.GetByTestId("stop").ClickAsync(); // the next visitor finds the engine free
        return elapsed;
    }
}
