using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Frames;

/// <summary>Shows a run's pictures as they come, on one canvas.</summary>
public sealed partial class FrameCanvas
{
    private ElementReference _canvas;
    private int _order;

    protected override string Script => "Components/Frames/FrameCanvas.razor.js";

    // The element belongs to the script from now on.
    protected override bool ShouldRender() => false;

    protected override async Task DrawAsync(IJSObjectReference module, EncodedFrame frame, bool live, CancellationToken watch) =>
        await module.InvokeVoidAsync("draw", watch, _canvas, frame.Bytes, frame.ContentType, frame.Step, ++_order, live);
}
