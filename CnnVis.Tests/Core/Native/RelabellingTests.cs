using CnnVis.Core.Native;

namespace CnnVis.Tests.Core.Native;

public sealed class RelabellingTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Bytes_that_are_no_library_are_refused_and_left_as_they_were()
    {
        byte[] bytes = [.. Enumerable.Range(0, 500).Select(i => (byte)i)];
        File.WriteAllBytes(_path, bytes);

        var status = Libtorch.Relabel(_path);

        Assert.Contains("left as it was", status, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_path));
    }

    [Theory]
    [InlineData("GLIBCXX_3.4.32", "GLIBCXX_3.4.99")]
    [InlineData("_ZSt21ios_base_library_initv", "_ZSt21ios_base_library_inix")]
    [InlineData(".gnu.version_r", ".gnu.version_x")]
    public void A_library_that_differs_from_the_known_one_is_left_as_it_was(string known, string other)
    {
        var bytes = Replace(Original(), known, other);
        File.WriteAllBytes(_path, bytes);

        var status = Libtorch.Relabel(_path);

        Assert.Contains("left as it was", status, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(_path));
    }

    [Fact]
    public void The_known_library_changes_in_its_names_only_and_only_once()
    {
        var original = Original();
        File.WriteAllBytes(_path, original);

        var first = Libtorch.Relabel(_path);
        var relabelled = File.ReadAllBytes(_path);
        var second = Libtorch.Relabel(_path);

        Assert.Contains("was relabelled", first, StringComparison.Ordinal);
        Assert.Contains("at an earlier start", second, StringComparison.Ordinal);
        Assert.InRange(original.Zip(relabelled).Count(pair => pair.First != pair.Second), 1, 40);
        Assert.Equal(relabelled, File.ReadAllBytes(_path));
    }

    [Fact]
    public void A_library_cut_off_anywhere_is_refused()
    {
        var original = Original();
        for (var length = 0; length < original.Length; length += 100_003)
        {
            Assert.Throws<InvalidDataException>(() => Relabelling.Apply(original[..length]));
        }
    }

    // The package's own file, as restored; it is the very one the build copies.
    private static byte[] Original()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = typeof(TorchSharp.torch).Assembly.GetName().Version!.ToString(3);
        var path = Path.Combine(packages, "torchsharp", version, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        Assert.SkipUnless(File.Exists(path), $"The restored package's {Path.GetFileName(path)} is not where NuGet keeps it.");
        return File.ReadAllBytes(path);
    }

    private static byte[] Replace(byte[] bytes, string from, string to)
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        return System.Text.Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
