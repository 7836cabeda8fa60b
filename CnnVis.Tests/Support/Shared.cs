namespace CnnVis.Tests.Support;

/// <summary>Real weights and photographs that lie beside the checkout; tests that need an absent one are skipped.</summary>
internal static class Shared
{
    /// <summary>The path of a file in <c>../shared/models</c>.</summary>
    public static string Model(string name) => Find("models", name);

    /// <summary>The path of a file in <c>../shared/photos</c>.</summary>
    public static string Photo(string name) => Find("photos", name);

    /// <summary>The path of a file in <c>../shared/golden</c>.</summary>
    public static string Golden(string name) => Find("golden", name);

    /// <summary>The folder of the weights, or null where there is none.</summary>
    public static string? ModelsIfPresent()
    {
        var folder = Path.Combine(Root(), "..", "shared", "models");
        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>The folder of the weights.</summary>
    public static string Models() => Path.GetDirectoryName(Model("squeezenet1_1.safetensors"))!;

    private static string Find(string folder, string name)
    {
        var path = Path.Combine(Root(), "..", "shared", folder, name);
        Assert.SkipUnless(File.Exists(path), $"../shared/{folder}/{name} is absent.");
        return path;
    }

    /// <summary>The folder of the checkout.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CnnVis.Web.sln")))
        {
            folder = folder.Parent;
        }
        Assert.SkipWhen(folder is null, "The tests do not run within a checkout, so ../shared is unknown.");
        return folder!.FullName;
    }
}
