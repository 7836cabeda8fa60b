namespace CnnVis.Core.Training.Drawings;

/// <summary>A set of drawings in one style, published as an npm package.</summary>
/// <param name="Id">The style's short name.</param>
/// <param name="Title">The style's name for people.</param>
/// <param name="Artist">Whom to credit.</param>
/// <param name="Licence">The SPDX identifier of its licence.</param>
/// <param name="Source">Where the drawings come from.</param>
/// <param name="Package">The npm package and its version, such as <c>@iconify-json/noto@1.2.9</c>.</param>
/// <param name="HeldOut">Whether it is kept for testing: nothing that is shipped derives from it.</param>
public sealed record DrawingSet(
    string Id, string Title, string Artist, string Licence, Uri Source, string Package, bool HeldOut = false)
{
    /// <summary>Nine styles to train on, freely licensed, and two share-alike ones to test on.</summary>
    public static IReadOnlyList<DrawingSet> All { get; } =
    [
        Of("noto", "Noto Emoji", "Google", "Apache-2.0", "https://github.com/googlefonts/noto-emoji", "1.2.9"),
        Of("noto-v1", "Noto Emoji 1", "Google", "Apache-2.0", "https://github.com/googlefonts/noto-emoji", "1.2.5"),
        Of("twemoji", "Twemoji", "Twitter", "CC-BY-4.0", "https://github.com/jdecked/twemoji", "1.2.5"),
        Of("fluent-emoji", "Fluent Emoji", "Microsoft", "MIT", "https://github.com/microsoft/fluentui-emoji", "1.2.7"),
        Of("fluent-emoji-flat", "Fluent Emoji Flat", "Microsoft", "MIT", "https://github.com/microsoft/fluentui-emoji", "1.2.6"),
        new("fluent-3d", "Fluent Emoji 3D", "Microsoft", "MIT", new("https://github.com/microsoft/fluentui-emoji"), "@lobehub/fluent-emoji-3d@1.1.0"),
        Of("emojione", "EmojiOne 2", "EmojiOne", "CC-BY-4.0", "https://github.com/EmojiTwo/emojitwo", "1.2.3"),
        Of("fxemoji", "Firefox OS Emoji", "Mozilla", "Apache-2.0", "https://github.com/mozilla/fxemoji", "1.2.2"),
        Of("streamline-emojis", "Streamline Emojis", "Streamline", "CC-BY-4.0", "https://github.com/webalys-hq/streamline-vectors", "1.2.4"),
        Of("openmoji", "OpenMoji", "OpenMoji", "CC-BY-SA-4.0", "https://github.com/hfg-gmuend/openmoji", "1.2.29", heldOut: true),
        Of("emojione-v1", "EmojiOne 1", "EmojiOne", "CC-BY-SA-4.0", "https://github.com/joypixels/emojione-legacy", "1.2.3", heldOut: true),
    ];

    /// <summary>One line that names the drawings, who drew them, their licence and where they come from.</summary>
    public string Credit => $"{Title} by {Artist}, {Licence}, {Source}";

    /// <summary>The name of the file that <c>npm pack</c> makes of the package.</summary>
    public string FileName => Package.TrimStart('@').Replace('/', '-').Replace('@', '-') + ".tgz";

    private static DrawingSet Of(
        string id, string title, string artist, string licence, string source, string version, bool heldOut = false) =>
        new(id, title, artist, licence, new Uri(source), $"@iconify-json/{id}@{version}", heldOut);
}
