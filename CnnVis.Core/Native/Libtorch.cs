using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CnnVis.Core.Native;

/// <summary>Makes libtorch load on systems whose C++ runtime is a little older than TorchSharp expects.</summary>
public static class Libtorch
{
    private const string FileName = "libLibTorchSharp.so";

    /// <summary>One sentence on what was done so that libtorch loads here, or why it could not be done.</summary>
    public static string Status { get; private set; } = "libtorch is used as it is.";

    /// <summary>Runs before anything else in this assembly, so that every user of Core finds a library that loads.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must run before TorchSharp's type initialiser, whoever calls first.")]
    internal static void Prepare()
    {
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && !RuntimeHasNewSymbol())
        {
            Status = FindLibrary() is { } path ? Relabel(path) : $"{FileName} was not found beside the application.";
        }
    }

    /// <summary>Relabels the file in place (by an atomic rename), unless its bytes are not as expected.</summary>
    /// <returns>What was done, or why the file was left as it was.</returns>
    internal static string Relabel(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (Relabelling.IsDone(bytes))
            {
                return $"{FileName} was relabelled for this system's older C++ runtime at an earlier start.";
            }

            Replace(path, Relabelling.Apply(bytes));
            return $"{FileName} was relabelled for this system's older C++ runtime.";
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return $"{FileName} was left as it was, and may not load with this system's older C++ runtime: {e.Message}.";
        }
    }

    private static bool RuntimeHasNewSymbol() =>
        NativeLibrary.TryLoad("libstdc++.so.6", out var runtime)
        && NativeLibrary.TryGetExport(runtime, Relabelling.NewSymbol, out _);

    private static string? FindLibrary() =>
        new[] { FileName, Path.Combine("runtimes", "linux-x64", "native", FileName) }
            .Select(name => Path.Combine(AppContext.BaseDirectory, name))
            .FirstOrDefault(File.Exists);

    // A new file under the old name: a copy that is shared with the package cache by a hard link stays untouched,
    // and two processes that start at once both see a whole file.
    private static void Replace(string path, byte[] bytes)
    {
        var fresh = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(fresh, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(fresh, File.GetUnixFileMode(path));
        }

        File.Move(fresh, path, overwrite: true);
    }
}
