using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace CnnVis.Web.Components.Layout;

public sealed partial class MainLayout : IDisposable
{
    private MudThemeProvider _provider = default!;
    private bool _dark;
    private bool _chosen;
    private bool _ready;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        // Nothing is shown before the colours are known, so that the page does not flash.
        _dark = await Js.InvokeAsync<bool>("cnnVisTheme.isDark");
        _ready = true;
        StateHasChanged();
        await _provider.WatchSystemDarkModeAsync(FollowSystem);
    }

    private async Task FollowSystem(bool _)
    {
        if (!_chosen)
        {
            // Asked again rather than taken: an earlier visit's choice outweighs the system's.
            _dark = await Js.InvokeAsync<bool>("cnnVisTheme.isDark");
            StateHasChanged();
        }
    }

    private async Task Choose(bool dark)
    {
        (_dark, _chosen) = (dark, true);
        await Js.InvokeVoidAsync("cnnVisTheme.remember", dark);
    }

    private string? Current(params ReadOnlySpan<string> paths)
    {
        var path = Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];
        return paths.Contains(path) ? "page" : null;
    }

    // The links' aria-current depends on the address.
    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    public void Dispose() => Navigation.LocationChanged -= Moved;
}
