using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Playground;

/// <summary>The samples, and a place for a picture of one's own: chosen, dropped or pasted.</summary>
public sealed partial class PicturePicker
{
    private PictureChoice? _own;
    private string? _problem;
    private bool _reading;

    [Parameter]
    public PictureChoice? Value { get; set; }

    [Parameter]
    public EventCallback<PictureChoice> ValueChanged { get; set; }

    /// <summary>What the picture is for.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Tells two pickers on one page apart.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    // A picture that came with a run's link has its place among the thumbnails too.
    protected override void OnParametersSet()
    {
        if (Value is not null && Pictures.Samples.All(sample => sample.Id != Value.Id))
        {
            _own = Value;
        }
    }

    private async Task Take(InputFileChangeEventArgs change)
    {
        _problem = null;
        if (change.File.Size > PictureDecoder.MaxBytes)
        {
            _problem = L["{0} has more than 10 MB. Choose a smaller picture.", change.File.Name];
            return;
        }

        _reading = true;
        try
        {
            await Add(change.File);
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
        catch (Exception e) when (e is JSException or IOException or TimeoutException)
        {
            _problem = L["The browser could not read {0}. Choose it again.", change.File.Name];
        }
        finally
        {
            _reading = false;
        }
    }

    private async Task Add(IBrowserFile file)
    {
        using var bytes = new MemoryStream((int)file.Size);
        await using (var content = file.OpenReadStream(PictureDecoder.MaxBytes))
        {
            await content.CopyToAsync(bytes);
        }

        var id = await Pictures.AddAsync(bytes.ToArray());
        await ValueChanged.InvokeAsync(PictureChoice.Of(id, Pictures.Samples));
    }
}
