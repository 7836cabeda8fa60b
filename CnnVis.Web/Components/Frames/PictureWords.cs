using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Frames;

/// <summary>What a map or a frame shows, in words made from its numbers.</summary>
internal static class PictureWords
{
    // The ninths of a picture, row by row.
    private static readonly string[] Places =
    [
        Words.Key("in the upper left"), Words.Key("in the upper middle"), Words.Key("in the upper right"),
        Words.Key("on the left"), Words.Key("in the centre"), Words.Key("on the right"),
        Words.Key("in the lower left"), Words.Key("in the lower middle"), Words.Key("in the lower right"),
    ];

    /// <summary>Such as <c>Heat map: corgi, strongest in the upper left, at least half as strong over 12 % of the picture</c>.</summary>
    public static string Of(IStringLocalizer<Words> L, string title, FloatArray values, bool hasSign) =>
        MapSummary.Of(values, hasSign) is { } map
            ? L["Heat map: {0}, strongest {1}, at least half as strong over {2} of the picture", L[title].Value, L[Places[(3 * map.Row) + map.Column]].Value, Percent(map.Share)].Value
            : L["Heat map: {0}, nothing in it is above zero", L[title].Value].Value;

    /// <summary>Such as <c>Most probable class: corgi, 0.83</c>.</summary>
    public static string Of(IStringLocalizer<Words> L, Prediction prediction) => L[
        "Most probable class: {0}, {1}", L[prediction.Name].Value, prediction.Probability.ToString("0.00", CultureInfo.InvariantCulture)].Value;

    /// <summary>Such as <c>DeepDream, builtin · relu5 · seed 0, step 30 of 40, Objective 12.3</c>.</summary>
    public static string Of(IStringLocalizer<Words> L, RunDescription run, int step)
    {
        var curve = RunCurve.Of(run.Spec);
        var words = $"{L[SharedRunWords.Title(run.Spec)]}, {RunWords.Subject(L, run.Spec)}, {L["step {0} of {1}", step, run.Total]}";
        return step > 0 && run.Curve(curve.Name) is var values && step <= values.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{words}, {L[curve.Title]} {values[step - 1]:0.###}")
            : words;
    }

    /// <summary>Such as <c>changed by 8 % from the start</c>, or null where the two are of different sizes.</summary>
    public static string? Of(IStringLocalizer<Words> L, Picture start, Picture end) =>
        (start.Width, start.Height) == (end.Width, end.Height) ? L["changed by {0} from the start", Percent(PictureChange.Between(start, end))].Value : null;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
