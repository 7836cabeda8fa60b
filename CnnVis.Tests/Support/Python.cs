using System.Diagnostics;

namespace CnnVis.Tests.Support;

/// <summary>The system's Python with torch and torchvision; tests that need it are skipped where it is absent.</summary>
internal static class Python
{
    private const string Program = "/usr/bin/python3";

    private static readonly Lazy<bool> HasTorch = new(() =>
        File.Exists(Program) && Run(Program, ["-c", "import numpy, PIL, torch, torchvision"]).Code == 0);

    /// <summary>Runs a script, or a line after <c>-c</c>.</summary>
    /// <returns>What it printed, and what it complained of.</returns>
    public static (int Code, string Printed, string Complaint) Run(params string[] arguments)
    {
        Assert.SkipUnless(HasTorch.Value, "/usr/bin/python3 has no torch and torchvision: install python3-torchvision to run its tests.");
        return Run(Program, arguments);
    }

    private static (int Code, string Printed, string Complaint) Run(string program, string[] arguments)
    {
        // Other programs' settings for Python are none of its business.
        var start = new ProcessStartInfo(program, ["-I", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, printed, complaint.Result);
    }
}
