using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CnnVis.Benchmarks.Circuits;

/// <summary>A page as the server sent it, with what the start of a circuit needs to know of it.</summary>
internal sealed partial class CircuitPage(Uri address, string html)
{
    public Uri Address { get; } = address;

    /// <summary>What is kept from the page's rendering for its circuit, as the server sealed it.</summary>
    public string State { get; } = StateComment().Match(html).Groups[1].Value;

    /// <summary>The scripts, styles and pictures it names.</summary>
    public IEnumerable<Uri> Assets => AssetLink().Matches(html).Select(link => new Uri(Root, link.Groups[1].Value));

    /// <summary>The application's address: a page's links start from there.</summary>
    public Uri Root => new(Address, "/");

    /// <summary>The hidden fields of its form.</summary>
    public IEnumerable<KeyValuePair<string, string>> HiddenFields =>
        HiddenField().Matches(html).Select(input => KeyValuePair.Create(input.Groups[1].Value, input.Groups[2].Value));

    /// <summary>Asks for all components of the page, as a browser's first message of that kind does.</summary>
    public string AddComponents()
    {
        var markers = ComponentComment().Matches(html).Select(comment => JsonNode.Parse(comment.Groups[1].Value)!);
        var operations = markers.Select((marker, place) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = place + 1, ["marker"] = marker });
        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString();
    }

    [GeneratedRegex("<!--Blazor:(.*?)-->")]
    private static partial Regex ComponentComment();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateComment();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"\s*/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("""<(?:script|link|img)[^>]* (?:src|href)="([^"]+)""")]
    private static partial Regex AssetLink();
}
