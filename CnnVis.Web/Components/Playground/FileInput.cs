using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CnnVis.Web.Components.Playground;

/// <summary>A file input that cannot be used until the browser's side of it listens: a file chosen before is lost.</summary>
public sealed class FileInput : InputFile
{
    private bool _listens;

    protected override void OnParametersSet() => Tell();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            _listens = true;
            Tell();
            StateHasChanged();
        }
    }

    private void Tell() => AdditionalAttributes = new Dictionary<string, object>(AdditionalAttributes ?? new Dictionary<string, object>())
    {
        ["disabled"] = !_listens,
    };
}
