using CnnVis.Web.Components.Playground;
using CnnVis.Web.Hosting;
using CnnVis.Web.Showcase;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace CnnVis.Web.Components.Layout;

public sealed partial class MainLayout : IAsyncDisposable
{
    private HiddenParts _hidden = new("");
    private bool _dark;
    private bool _coloured, _moved = true, _presenting;
    private ElementReference _nav;
    private IJSObjectReference? _module;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += Moved;
        _hidden = Hidden;
    }

    private HiddenParts Hidden => HiddenParts.Of(Navigation.Uri).With(_presenting ? HiddenParts.WhilePresenting : "");

    private async Task Present(bool presenting)
    {
        Hide(presenting);
        await _module!.InvokeVoidAsync("keepPresenting", presenting);
    }

    private void Hide(bool presenting)
    {
        _presenting = presenting;
        _hidden = Hidden;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["Components/Layout/MainLayout.razor.js"]);
            Hide(await module.InvokeAsync<bool>("presents"));
            _module = module;
            StateHasChanged();
        }
        else if (Ready && _moved)
        {
            _moved = false;
            await _module!.InvokeVoidAsync("showCurrent", _nav); // on a telephone the row of techniques is longer than the screen
        }
    }

    // Nothing is shown before the colours are known, so that the page does not flash, nor before it is known whether it
    // hangs on a wall, so that a reload shows nobody's name.
    private bool Ready => _coloured && _module is not null;

    private void Show(bool dark) => (_dark, _coloured) = (dark, true);

    private async Task Choose(bool dark) => await Js.InvokeVoidAsync("cnnVisTheme.remember", dark);

    private string? Current(Way way)
    {
        var path = Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];
        return path == way.Address || path == way.Technique ? "page" : null;
    }

    // The links' aria-current depends on the address.
    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(() =>
    {
        (_moved, _hidden) = (true, Hidden);
        StateHasChanged();
    });

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= Moved;
        await _module.LetGoAsync();
    }
}
