namespace CnnVis.Web.Hosting;

/// <summary>Whole addresses of ours, for those who read them elsewhere.</summary>
internal static class Addresses
{
    /// <summary>Such as <c>https://school.example/r/1</c> of <c>r/1</c>, as the client wrote scheme and host.</summary>
    public static string AddressOf(this HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{request.PathBase}/{path}";
}
