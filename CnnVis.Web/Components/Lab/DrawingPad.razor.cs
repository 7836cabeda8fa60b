using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Lab;

/// <summary>
/// A learner's own drawing, given to the network of an epoch: a run like any other, between the steps of the training.
/// Give it the data set's id as its key.
/// </summary>
public sealed partial class DrawingPad : IAsyncDisposable
{
    private const string Script = "Components/Lab/DrawingPad.razor.js";

    // A drawing has the few pixels the network looks at: more is no drawing.
    private const int MostBytes = 16 * 1024;
    private static readonly (bool, string)[] Fills = [(true, Key("Filled")), (false, Key("Line"))];
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private DotNetObjectReference<DrawingPad>? _self;
    private PadPen _pen = new(2, "#f2c14e", Fill: true);
    private PadAnswer? _answer;
    private string? _picture, _problem;
    private (string Run, int Epoch)? _asked;
    private int? _chosen;
    private bool _asking;

    [Parameter, EditorRequired]
    public required DataSetInfo Data { get; set; }

    /// <summary>The training whose network is asked.</summary>
    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The epoch at whose end it is asked; another one is asked again.</summary>
    [Parameter, EditorRequired]
    public required int Epoch { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private bool IsGrey => Data.Id == DataSetInfo.FashionMnist.Id;

    private int Shown => _chosen ?? _answer?.Predictions[0].Class ?? 0;

    private string Names => L["{0} or {1}", string.Join(", ", Data.Classes.SkipLast(1).Select(name => L[name].Value)), L[Data.Classes[^1]].Value];

    protected override void OnInitialized() => _pen = IsGrey ? _pen with { Colour = "#dddddd" } : _pen;

    protected override Task OnParametersSetAsync() => AskAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./" + Assets[Script]);
            await _module.InvokeVoidAsync("attach", _leaving.Token, _canvas, _self, Data.Side, IsGrey ? "#000000" : "#3d5a73", _pen);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>Takes a drawing from the browser.</summary>
    /// <param name="file">A small PNG.</param>
    [JSInvokable]
    public async Task TakeAsync(byte[] file)
    {
        try
        {
            _problem = null;
            _picture = file.Length <= MostBytes
                ? await Pictures.AddAsync(file, _leaving.Token)
                : throw new InvalidPictureException($"A drawing of {file.Length} bytes is too large. Clear the pad and draw again.");
            _asked = null;
            await AskAsync();
        }
        catch (CnnVisException problem)
        {
            _problem = L.Tell(problem);
        }

        StateHasChanged();
    }

    // One question at a time; meanwhile the drawing or the epoch may have changed.
    private async Task AskAsync()
    {
        if (_asking)
        {
            return;
        }

        _asking = true;
        try
        {
            while (_picture is { } picture && _asked != (RunId, Epoch))
            {
                _asked = (RunId, Epoch);
                _answer = await AnswerAsync(picture, Epoch);
                _problem = null;
                StateHasChanged();
            }
        }
        catch (CnnVisException problem)
        {
            _problem = L.Tell(problem);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            _asking = false;
        }
    }

    private async Task<PadAnswer?> AnswerAsync(string picture, int epoch)
    {
        var options = new GapOptions { Count = Data.Classes.Count };
        var run = Runs.Start(new RunSpec("gap", TrainedNetwork.IdOf(RunId, epoch), picture, options), visitor: Visitor.Id);
        await foreach (var _ in Runs.WatchAsync(run, _leaving.Token))
        {
            // Only its end counts.
        }

        return Runs.Newest(run) is { Maps.Count: > 0 } frame ? new PadAnswer(epoch, frame) : _answer;
    }

    private Task SizeAsync(ChangeEventArgs change) => int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var size)
        ? UseAsync(_pen with { Size = Math.Clamp(size, 1, 10) })
        : Task.CompletedTask;

    private Task ColourAsync(ChangeEventArgs change) => UseAsync(_pen with { Colour = change.Value as string ?? _pen.Colour });

    private Task UseAsync(PadPen pen)
    {
        _pen = pen;
        return TellAsync("use", pen);
    }

    private Task ClearAsync()
    {
        (_picture, _answer, _chosen, _problem) = (null, null, null, null);
        return TellAsync("clear");
    }

    private async Task TellAsync(string what, params object?[] arguments)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync(what, _leaving.Token, [_canvas, .. arguments]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        _self?.Dispose();
        await _module.LetGoAsync();
    }
}
