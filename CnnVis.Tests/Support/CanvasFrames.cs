using Microsoft.Playwright;

namespace CnnVis.Tests.Support;

/// <summary>What the canvas on the stage has shown.</summary>
internal static class CanvasFrames
{
    /// <summary>From now on each different picture on the canvas is remembered.</summary>
    public static Task CollectFramesAsync(this IPage page) => page.EvaluateAsync(
        """
        () => {
          window.seen = new Set();
          const look = () => {
            const canvas = document.querySelector('[data-testid=stage-canvas]');
            if (canvas?.dataset.step && canvas.width) window.seen.add(canvas.toDataURL());
            requestAnimationFrame(look);
          };
          look();
        }
        """);

    /// <summary>Waits until the canvas has shown so many different pictures.</summary>
    public static Task AtLeastFramesAsync(this IPage page, int count) =>
        page.WaitForFunctionAsync("count => window.seen.size >= count", count);

    /// <summary>The step on the canvas.</summary>
    public static Task<int> StepAsync(this IPage page) =>
        page.GetByTestId("stage-canvas").EvaluateAsync<int>("canvas => +canvas.dataset.step");
}
