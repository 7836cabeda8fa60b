using System.Diagnostics;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Fetches the drawing sets with npm, from whatever registry npm is set up for.</summary>
public static class DrawingFetcher
{
    /// <summary>Fetches what is not in the directory yet.</summary>
    /// <exception cref="DrawingsException">npm is not there or could not fetch a package.</exception>
    public static void Fetch(string directory) => Fetch(directory, "npm");

    /// <param name="npm">The program that is called like npm.</param>
    internal static void Fetch(string directory, string npm)
    {
        Directory.CreateDirectory(directory);
        foreach (var set in DrawingSet.All.Where(set => !File.Exists(Path.Combine(directory, set.FileName))))
        {
            Pack(set, directory, npm);
        }
    }

    // npm writes the file itself, so an interrupted one would look whole: it is moved in when npm is content.
    private static void Pack(DrawingSet set, string directory, string program)
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(directory, "unfinished")).FullName;
        using var npm = Start(program, ["pack", "--silent", set.Package, "--pack-destination", unfinished]);
        var complaint = npm.StandardError.ReadToEnd();
        npm.WaitForExit();
        if (npm.ExitCode != 0)
        {
            throw new DrawingsException($"npm could not fetch {set.Package}: {complaint.Trim().Shortened()} Try again when the network is back.");
        }

        File.Move(Path.Combine(unfinished, set.FileName), Path.Combine(directory, set.FileName), overwrite: true);
        Directory.Delete(unfinished, recursive: true);
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DrawingsException("npm is not installed; it comes with Node.js and fetches the drawings.", e);
        }
    }
}
