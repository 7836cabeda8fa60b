using System.Text.Json.Serialization;

namespace CnnVis.Web.Api;

/// <summary>What oEmbed calls a rich resource; its names are the specification's.</summary>
/// <param name="Html">The frame to put on the page.</param>
internal sealed record OEmbed(
    string Title,
    string Html,
    int Width,
    int Height,
    [property: JsonPropertyName("provider_url")] string ProviderUrl)
{
    public string Type { get; } = "rich";

    public string Version { get; } = "1.0";

    [JsonPropertyName("provider_name")]
    public string ProviderName { get; } = "CnnVis";

    [JsonPropertyName("thumbnail_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ThumbnailUrl { get; init; }

    [JsonPropertyName("thumbnail_width"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ThumbnailWidth { get; init; }

    [JsonPropertyName("thumbnail_height"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ThumbnailHeight { get; init; }
}
