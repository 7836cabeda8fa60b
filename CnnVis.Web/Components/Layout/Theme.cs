using MudBlazor;

namespace CnnVis.Web.Components.Layout;

/// <summary>Neutral as a gallery's walls, one accent: the pictures bring the colours. Keep in step with styles/theme.css.</summary>
internal static class Theme
{
    private static readonly string[] Fonts = ["Figtree", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new() { DefaultBorderRadius = "10px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Fonts, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal", TextTransform = "none",
            },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "1rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.9375rem", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Fonts, FontSize = "1rem", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "0.8125rem", LetterSpacing = "normal" },
        },
    };

    private static PaletteLight Light => new()
    {
        Primary = "#4453c4",
        PrimaryContrastText = "#ffffff",
        Background = "#f7f6f3",
        Surface = "#ffffff",
        TextPrimary = "#1d1c1a",
        TextSecondary = "#5d5a54",
        ActionDefault = "#5d5a54",
        LinesDefault = "#dedbd4",
        LinesInputs = "#8f8b83",
        Divider = "#dedbd4",
        Error = "#b3261e",
        HoverOpacity = 0.05,
    };

    private static PaletteDark Dark => new()
    {
        Primary = "#aeb8ff",
        PrimaryContrastText = "#14162b",
        Background = "#131316",
        Surface = "#1c1c20",
        TextPrimary = "#f1efeb",
        TextSecondary = "#aaa7a1",
        ActionDefault = "#aaa7a1",
        LinesDefault = "#313138",
        LinesInputs = "#75737a",
        Divider = "#313138",
        Error = "#ff8f86",
        HoverOpacity = 0.07,
    };
}
