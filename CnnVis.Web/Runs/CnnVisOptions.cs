using System.ComponentModel.DataAnnotations;

namespace CnnVis.Web.Runs;

/// <summary>The settings of the application, section <c>CnnVis</c> (environment: <c>CnnVis__ModelsDirectory</c> …).</summary>
public sealed class CnnVisOptions : IValidatableObject
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

    /// <summary>Processor threads of each lane of the engine. Left out: all cores but one, at least one.</summary>
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

    /// <summary>The least seconds between two checkpoints of a run, from which it can go on after the server was stopped.</summary>
    [Range(0, 86400, ErrorMessage = "CnnVis:CheckpointSeconds must be 0 to 86400.")]
    public double CheckpointSeconds { get; set; } = 30;

    /// <summary>
    /// Days after which a run is deleted that its maker neither pinned nor showed in the gallery, and an uploaded picture that
    /// no run needs. Left out: both are kept for ever.
    /// </summary>
    [Range(1, 36500, ErrorMessage = "CnnVis:RetentionDays must be 1 to 36500.")]
    public int? RetentionDays { get; set; }

    /// <summary>Threads that compute, each a run's step at a time.</summary>
    [Range(1, 64, ErrorMessage = "CnnVis:EngineLanes must be 1 to 64.")]
    public int EngineLanes { get; set; } = 1;

    /// <summary>Runs that may be unfinished at the same time, waiting ones among them.</summary>
    [Range(1, 10000, ErrorMessage = "CnnVis:MaxActiveRuns must be 1 to 10000.")]
    public int MaxActiveRuns { get; set; } = 128;

    /// <summary>Runs that may be under way at the same time; the others wait.</summary>
    [Range(1, 10000, ErrorMessage = "CnnVis:MaxRunning must be 1 to 10000.")]
    public int MaxRunning { get; set; } = 40;

    /// <summary>Of these, how many may be one visitor's.</summary>
    [Range(1, 10000, ErrorMessage = "CnnVis:MaxRunningPerVisitor must be 1 to 10000.")]
    public int MaxRunningPerVisitor { get; set; } = 8;

    /// <summary>How many more of one visitor's may wait.</summary>
    [Range(0, 10000, ErrorMessage = "CnnVis:MaxQueuedPerVisitor must be 0 to 10000.")]
    public int MaxQueuedPerVisitor { get; set; } = 8;

    /// <summary>Megabytes of memory for decoded pictures; the longest unused make room.</summary>
    [Range(16, 65536, ErrorMessage = "CnnVis:PictureMegabytes must be 16 to 65536.")]
    public int PictureMegabytes { get; set; } = 256;

    /// <summary>Hours after which a room of a class is deleted, with all it knows.</summary>
    [Range(1, 720, ErrorMessage = "CnnVis:RoomHours must be 1 to 720.")]
    public double RoomHours { get; set; } = 12;

    /// <summary>
    /// Origins whose pages may show runs in a frame, such as <c>https://school.example</c>, with spaces between;
    /// <c>*</c> for all. Left out: none but our own.
    /// </summary>
    public string? EmbedParents { get; set; }

    /// <summary>What a program must send as bearer token to read <c>/metrics</c>. Left out: only this machine may read it.</summary>
    public string? MetricsToken { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Hosting.EmbedParents.Problem(EmbedParents) is { } problem ? [new ValidationResult(problem)] : [];
}
