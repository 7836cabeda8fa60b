using QRCoder;

namespace CnnVis.Web.Classrooms;

/// <summary>Links as pictures that telephones read.</summary>
internal static class QrCode
{
    /// <summary>Dark on light in any theme, as readers expect; as large as what it stands in.</summary>
    public static string Svg(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
