using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Languages;

/// <summary>
/// Sentences in the language of the request or the circuit that this was made for. It keeps the language, because what
/// makes a page render may be another visitor's doing, on a thread with that visitor's language.
/// </summary>
internal sealed class Translator : IStringLocalizer<Words>
{
    private static readonly ResourceManager Sentences = new(typeof(Words));
    // Files of resources tell no names apart by their case alone, and our words share their translation then: Settings, settings.
    private readonly ResourceSet? _translated = SetOf(CultureInfo.CurrentUICulture);

    public LocalizedString this[string name] =>
        _translated?.GetString(name, ignoreCase: true) is { } found ? new(name, found) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = this[name];
            return new(name, string.Format(CultureInfo.InvariantCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        [.. _translated?.Cast<System.Collections.DictionaryEntry>().Select(entry => new LocalizedString((string)entry.Key, (string)entry.Value!)) ?? []];

    private static ResourceSet? SetOf(CultureInfo language) => Language.All.Skip(1).Contains(language)
        ? Sentences.GetResourceSet(language, createIfNotExists: true, tryParents: false)
        : null;
}
