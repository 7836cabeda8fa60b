using CnnVis.Web.Classrooms;
using CnnVis.Web.Components.Frames;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Classrooms;

/// <summary>Tells the visitor's room what this page has on the screen, so that a teacher's class can follow. It renders nothing.</summary>
public sealed class OnScreen : ComponentBase, IDisposable
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What stands side by side, left to right.</summary>
    [Parameter, EditorRequired]
    public required IEnumerable<ScreenPicture> Pictures { get; set; }

    /// <summary>The settings of what would run next, in few words.</summary>
    [Parameter]
    public string Words { get; set; } = "";

    /// <summary>How maps are looked at, or null where the pictures are no maps.</summary>
    [Parameter]
    public MapView? View { get; set; }

    [Inject]
    private RoomSeat Seat { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override bool ShouldRender() => false;

    protected override void OnParametersSet() =>
        Seat.Show(new Screen(Title, Navigation.ToBaseRelativePath(Navigation.Uri), [.. Pictures]) { View = View, Words = Words });

    public void Dispose() => Seat.Show(null);
}
