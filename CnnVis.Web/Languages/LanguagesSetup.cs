using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CnnVis.Web.Languages;

/// <summary>
/// Which language a page has: what its address says (<c>?lang=de</c>), or else its visitor's earlier choice, or else the
/// first of the browser's languages that there is. Numbers are written as in papers, addresses and the API, in each language.
/// </summary>
internal static class LanguagesSetup
{
    private const string Query = "lang";
    private const string CookieName = "cnnvis-language";
    private static readonly TimeSpan Memory = TimeSpan.FromDays(400); // as long as browsers allow

    public static IServiceCollection AddLanguages(this IServiceCollection services) => services
        .AddScoped<IStringLocalizer<Words>, Translator>() // each circuit has its language
        .AddScoped<MudLocalizer, MudWords>()
        .Configure<RequestLocalizationOptions>(Offer);

    private static void Offer(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Language.English);
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.FallBackToParentCultures = false; // the invariant one is everybody's parent: all languages would count as found
        options.SupportedUICultures = [.. Language.All];
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Query, UIQueryStringKey = Query },
            new CookieRequestCultureProvider { CookieName = CookieName },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    public static void MapLanguages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/language/{name}", Choose).ExcludeFromDescription();

    private static RedirectHttpResult Choose(string name, HttpContext context)
    {
        if (Language.All.FirstOrDefault(language => language.Name == name) is { } chosen)
        {
            Remember(chosen, context);
        }

        return TypedResults.LocalRedirect(Back(context.Request.GetTypedHeaders().Referer));
    }

    private static void Remember(CultureInfo language, HttpContext context) => context.Response.Cookies.Append(
        CookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Memory, Secure = context.Request.IsHttps, IsEssential = true,
        });

    // To the page of the switch, always one of ours, whose address has no say any more.
    private static string Back(Uri? page) => page is null
        ? "/"
        : $"/{page.AbsolutePath.TrimStart('/')}{QueryString.Create(QueryHelpers.ParseQuery(page.Query).Where(part => part.Key != Query))}";
}
