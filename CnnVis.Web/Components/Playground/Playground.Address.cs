using System.Globalization;
using CnnVis.Core;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>What stands in the address: the runs on the stages, or before there is one the settings.</summary>
public sealed partial class Playground<TOptions>
{
    private PictureChoice? UsualPicture =>
        Pictures.Samples.OrderBy(sample => sample.Title == Sample ? 0 : 1).Select(PictureChoice.Of).FirstOrDefault();

    // What the address asks for where it names no run.
    private void Open()
    {
        try
        {
            if (PlaygroundAddress.Read<TOptions>(Navigation.Uri) is not { } opening)
            {
                return;
            }

            Welcome(opening.Network);
            _stages.Show([new(opening.Check(Technique, Offered), opening.Options)]);
            (_seed, _picture) = (opening.Seed, PictureOf(opening));
            _forked = int.TryParse(Forked, CultureInfo.InvariantCulture, out var step) ? step : null;
            if (opening.Start)
            {
                Start();
            }
        }
        catch (CnnVisException problem)
        {
            _problem = L.Tell(problem);
        }
    }

    // The runs say by themselves what they are; before there is one, the settings stand in the address.
    private void ShowAddress()
    {
        var settings = RunsInAddress is null ? Settings(go: false) : PlaygroundAddress.Nothing<TOptions>();
        (settings["run"], settings["forked"]) = (RunsInAddress, _forked);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(settings), replace: true);
    }

    private Dictionary<string, object?> Settings(bool go) => PlaygroundAddress.Write(
        Chosen.Network.Id == Networks[0].Id ? null : Chosen.Network.Id,
        Chosen.Options,
        _seed,
        PictureOf(Chosen) is { } picture && picture.Id != UsualPicture?.Id ? picture.Id : null,
        go);

    // A link may name anything; whether there is such a picture a run will tell.
    private PictureChoice? PictureOf(Opening<TOptions> opening) =>
        opening.Image is not { } image ? UsualPicture
        : image.Length <= 64 && image.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? PictureChoice.Of(image, Pictures.Samples)
        : throw new UnknownThingException("picture", image, "The link may be incomplete.");
}
