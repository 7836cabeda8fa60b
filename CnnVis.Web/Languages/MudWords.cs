using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CnnVis.Web.Languages;

/// <summary>The few words of MudBlazor's own that our pages use, such as a button's name: under its keys, in our files.</summary>
internal sealed class MudWords(IStringLocalizer<Words> words) : MudLocalizer
{
    public override LocalizedString this[string key] => words[key];

    public override LocalizedString this[string key, params object[] arguments] => words[key, arguments];
}
