using CnnVis.Core;
using CnnVis.Web.DataSets;
using CnnVis.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Lab;

/// <summary>Tells how to get a data set that is not here, fetches it where that can be done, and says when it has come.</summary>
public sealed partial class MissingData : IDisposable
{
    internal static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private DataSetDescription? _data;
    private string? _problem;
    private bool _following;

    /// <summary>The data set's id.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>It is here now.</summary>
    [Parameter]
    public EventCallback OnReady { get; set; }

    [Inject]
    private IDataSetService DataSets { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override Task OnParametersSetAsync()
    {
        if (_data?.Info.Id != Id)
        {
            _problem = null;
        }

        Look();
        return FollowAsync();
    }

    private Task FetchAsync()
    {
        try
        {
            _problem = null;
            DataSets.Fetch(Id);
        }
        catch (CnnVisException problem)
        {
            _problem = L.Tell(problem);
        }

        Look();
        return FollowAsync();
    }

    // Also a fetch that somebody else began.
    private async Task FollowAsync()
    {
        if (_following)
        {
            return;
        }

        _following = true;
        using var timer = new PeriodicTimer(Pace, Time);
        try
        {
            while (_data is { Missing: not null, Fetching: not null })
            {
                await timer.WaitForNextTickAsync(_leaving.Token);
                Look();
                StateHasChanged();
                if (_data is { Missing: null })
                {
                    await OnReady.InvokeAsync();
                }
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }

        _following = false;
    }

    private void Look() => _data = DataSets.Describe().Single(data => data.Info.Id == Id);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
