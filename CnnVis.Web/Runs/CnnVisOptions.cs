using System.ComponentModel.DataAnnotations;

namespace CnnVis.Web.Runs;

/// <summary>The settings of the application, section <c>CnnVis</c> (environment: <c>CnnVis__ModelsDirectory</c> …).</summary>
public sealed class CnnVisOptions
{
    /// <summary>Where <c>&lt;network&gt;.safetensors</c> or <c>.pth</c> files lie; none when left out.</summary>
    public string? ModelsDirectory { get; set; }

    /// <summary>Where data sets lie, each in a folder named by its id; none when left out.</summary>
    public string? DataSetsDirectory { get; set; }

    /// <summary>
    /// Where the application keeps what it fetched. Left out: <c>cnnvis</c> in the user's folder for such things; a user
    /// who has none keeps nothing.
    /// </summary>
    public string? DataDirectory { get; set; } =
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } folder ? Path.Combine(folder, "cnnvis") : null;

    /// <summary>A connection string of PostgreSQL. Left out: SQLite in the data directory, or in memory where nothing is kept.</summary>
    public string? Database { get; set; }

    /// <summary>Processor threads of the engine. Left out: all cores but one, at least one.</summary>
    [Range(1, 256, ErrorMessage = "CnnVis:EngineThreads must be 1 to 256.")]
    public int? EngineThreads { get; set; }

    /// <summary>Where the data sets lie that the application fetched, or null where nothing is kept.</summary>
    internal string? FetchedDataSets => DataDirectory is null ? null : Path.Combine(DataDirectory, "datasets");

    /// <summary>Where data sets are looked for: the folder named for them, what the application fetched, and Debian's packages.</summary>
    internal IReadOnlyList<string> DataSetFolders =>
        [.. new[] { DataSetsDirectory, FetchedDataSets, "/usr/share/datasets" }.OfType<string>()];

    /// <summary>Seconds a run goes on after the last watcher left.</summary>
    [Range(1, 86400, ErrorMessage = "CnnVis:WatchGraceSeconds must be 1 to 86400.")]
    public double WatchGraceSeconds { get; set; } = 30;

    /// <summary>Runs that may be unfinished at the same time.</summary>
    [Range(1, 10000, ErrorMessage = "CnnVis:MaxActiveRuns must be 1 to 10000.")]
    public int MaxActiveRuns { get; set; } = 64;

    /// <summary>Megabytes of memory for decoded pictures; the longest unused make room.</summary>
    [Range(16, 65536, ErrorMessage = "CnnVis:PictureMegabytes must be 16 to 65536.")]
    public int PictureMegabytes { get; set; } = 256;
}
