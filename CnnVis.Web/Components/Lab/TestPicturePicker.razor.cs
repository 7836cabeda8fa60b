using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Web.DataSets;
using CnnVis.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Lab;

/// <summary>The watched test pictures, and some others to choose from. Give it the data set's id as its key.</summary>
public sealed partial class TestPicturePicker
{
    private const int Page = 12;
    private readonly Dictionary<int, Thumb> _pictures = [];
    private int _first;
    private string? _problem;

    [Parameter, EditorRequired]
    public required DataSetInfo Data { get; set; }

    /// <summary>Their indices; none means the data set's own choice.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<int> Value { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<int>> ValueChanged { get; set; }

    [Inject]
    private IDataSetService DataSets { get; set; } = default!;

    private IReadOnlyList<int> Chosen => Value.Count > 0 ? Value : Data.Showcase;

    // The chosen ones stay in sight while others are looked at.
    private IEnumerable<int> Offered => Chosen.Union(Enumerable.Range(_first, Math.Min(Page, Data.Test + Data.Scenes - _first)));

    protected override Task OnParametersSetAsync() => LookAsync();

    private Task TurnAsync(int first)
    {
        _first = first < Data.Test + Data.Scenes ? first : 0;
        return LookAsync();
    }

    // At least one is watched.
    private bool CanToggle(int index) => Chosen.Contains(index) ? Chosen.Count > 1 : Chosen.Count < GapLabOptions.MostPictures;

    private Task Toggle(int index) => ValueChanged.InvokeAsync(
        Chosen.Contains(index) ? [.. Chosen.Where(other => other != index)] : [.. Chosen, index]);

    private async Task LookAsync()
    {
        try
        {
            foreach (var index in Offered.Where(index => !_pictures.ContainsKey(index)).ToList())
            {
                _pictures[index] = ThumbOf(await DataSets.ShowAsync(Data.Id, index));
            }

            _problem = null;
        }
        catch (CnnVisException problem)
        {
            _problem = L.Tell(problem);
        }
    }

    private Thumb ThumbOf(TestPicture shown) => new(
        string.Join($" {L["and"]} ", shown.Classes.Select(one => L[Data.Classes[one]].Value)),
        $"data:image/webp;base64,{Convert.ToBase64String(PictureEncoder.WebP(shown.Picture))}");

    private sealed record Thumb(string Title, string Url);
}
