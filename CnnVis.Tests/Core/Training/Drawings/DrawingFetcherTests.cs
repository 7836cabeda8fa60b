using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

public sealed class DrawingFetcherTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fetch-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Every_missing_package_is_fetched_and_those_that_are_there_are_left_alone()
    {
        Directory.CreateDirectory(Packages);
        File.WriteAllText(FileOf(DrawingSet.All[0]), "here already");

        DrawingFetcher.Fetch(Packages, Npm("touch \"$5/$(echo \"$3\" | sed 's/^@//; s/[/@]/-/g').tgz\""));

        Assert.All(DrawingSet.All, set => Assert.True(File.Exists(FileOf(set)), set.FileName));
        Assert.Equal("here already", File.ReadAllText(FileOf(DrawingSet.All[0])));
        Assert.Empty(Directory.GetDirectories(Packages));
    }

    [Fact]
    public void A_fetch_that_fails_half_way_leaves_no_package_that_looks_whole()
    {
        var npm = Npm("echo half > \"$5/iconify-json-noto-1.2.9.tgz\"; echo 'the network is gone' >&2; exit 1");

        var problem = Assert.Throws<DrawingsException>(() => DrawingFetcher.Fetch(Packages, npm));

        Assert.Contains("@iconify-json/noto@1.2.9", problem.Message, StringComparison.Ordinal);
        Assert.Contains("the network is gone", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FileOf(DrawingSet.All[0])));
    }

    [Fact]
    public void Without_npm_it_says_what_to_install()
    {
        var problem = Assert.Throws<DrawingsException>(() => DrawingFetcher.Fetch(Packages, Path.Combine(_directory, "nowhere")));
        Assert.Contains("Node.js", problem.Message, StringComparison.Ordinal);
    }

    private string Packages => Path.Combine(_directory, "packages");

    private string FileOf(DrawingSet set) => Path.Combine(Packages, set.FileName);

    // A program called as npm is: pack --silent <package> --pack-destination <folder>.
    private string Npm(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for npm is a shell script.");
        var path = Path.Combine(_directory, "npm");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
