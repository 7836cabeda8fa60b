using System.Globalization;

namespace CnnVis.Web.Components.Layout;

/// <summary>Moments as pages write them, in universal time; <c>local-time.js</c> tells them in the visitor's.</summary>
internal static class Moments
{
    /// <summary>As the <c>datetime</c> of an element.</summary>
    public static string Exact(DateTimeOffset moment) => moment.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";

    /// <summary>To be read.</summary>
    public static string Words(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
