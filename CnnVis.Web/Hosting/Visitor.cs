using System.Security.Cryptography;
using System.Text;

namespace CnnVis.Web.Hosting;

/// <summary>
/// Who somebody is, as far as it matters: the browser that made a run. A random cookie that no script can read; what is
/// stored is its hash, from which nobody gets back to the cookie.
/// </summary>
internal static class Visitor
{
    private const string CookieName = "cnnvis-visitor";
    private static readonly TimeSpan Memory = TimeSpan.FromDays(400); // as long as browsers allow

    /// <summary>The visitor of a request; whoever has no name yet is given one.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[CookieName] is string known)
        {
            return known;
        }

        var token = context.Request.Cookies[CookieName] is { Length: 32 } sent ? sent : Name(context);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        context.Items[CookieName] = id;
        return id;
    }

    private static string Name(HttpContext context)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(CookieName, token, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Memory, Secure = context.Request.IsHttps, IsEssential = true,
        });
        return token;
    }
}
