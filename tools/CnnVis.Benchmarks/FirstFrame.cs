using Microsoft.Playwright;

namespace CnnVis.Benchmarks;

/// <summary>From opening the start page, or from the click on Run, to the first picture on the canvas, in a real Chromium with the built-in network.</summary>
internal static class FirstFrame
{
    private const string Chromium = "/usr/bin/chromium";
    private const int Visits = 7;

    // Notes when the first frame was drawn, by the page's own clock, which starts when it is opened.
    private const string Watch =
        """
        new MutationObserver(() => window.drawn ??= performance.now())
          .observe(document, { subtree: true, attributeFilter: ["data-frames"] });
        """;

    public static async Task PrintAsync()
    {
        if (!File.Exists(Chromium))
        {
            Console.WriteLine($"\nclick to first frame: not measured, there is no {Chromium}");
            return;
        }

        await using var application = new Application();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        });
        await PrintAsync("opening the start page", browser, application.ClientOptions.BaseAddress, FromOpeningAsync);
        foreach (var address in new[] { "deepdream", "neuron" })
        {
            await PrintAsync($"click on Run of /{address}", browser, new Uri(application.ClientOptions.BaseAddress, address), FromClickAsync);
        }
    }

    private static async Task PrintAsync(string from, IBrowser browser, Uri address, Func<IPage, Task<double>> measure)
    {
        var times = new List<double>();
        for (var i = 0; i < Visits; i++)
        {
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync(Watch);
            await page.GotoAsync(address.ToString());
            times.Add(await measure(page));
        }

        Console.WriteLine($"{from} to first frame: median {Median.Of(times):0} ms, longest {times.Max():0} ms of {times.Count}");
    }

    private static async Task<double> FromOpeningAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.drawn");
        return await page.EvaluateAsync<double>("window.drawn");
    }

    // From the click's event to the drawn frame: the test driver's way is not counted.
    private static async Task<double> FromClickAsync(IPage page)
    {
        await page.GetByTestId("run").WaitForAsync();
        await page.EvaluateAsync("() => addEventListener('click', event => window.clicked = event.timeStamp, { capture: true, once: true })");
        await page.GetByTestId("run").ClickAsync();
        await page.WaitForFunctionAsync("() => window.drawn");
        var elapsed = await page.EvaluateAsync<double>("window.drawn - window.clicked");
        await page.GetByTestId("stop").ClickAsync(); // the next visitor finds the engine free
        return elapsed;
    }
}
