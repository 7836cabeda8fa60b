using CnnVis.Web.Runs;

namespace CnnVis.Web.Storage;

// The tables. Times are Unix milliseconds: every database sorts and compares them alike.

/// <summary>A run: what was asked for, and how it stands.</summary>
public sealed class RunRecord
{
    public required string Id { get; init; }

    /// <summary>The SHA-256 of <see cref="Spec"/>: runs with the same one show the same.</summary>
    public required string SpecHash { get; set; }

    /// <summary>Canonical JSON.</summary>
    public required string Spec { get; set; }

    public required string Technique { get; init; }

    public string? Network { get; init; }

    /// <summary>The first layer that the spec names, or null.</summary>
    public string? Layer { get; init; }

    public RunState State { get; set; }

    public int Step { get; set; }

    public int Total { get; set; }

    /// <summary>Every named number at each step that told it; JSON.</summary>
    public string Curves { get; set; } = "{}";

    /// <summary>One sentence, if it failed.</summary>
    public string? Error { get; set; }

    /// <summary>Who asked for it first, see <see cref="Hosting.Visitor"/>; null where nobody is known.</summary>
    public string? Maker { get; init; }

    public long CreatedAt { get; init; }

    public long? EndedAt { get; set; }

    /// <summary>When it is to be deleted; null for never, or when it is as old as runs become here.</summary>
    public long? ExpiresAt { get; set; }

    /// <summary>Whether its maker wants it kept however old it becomes.</summary>
    public bool Pinned { get; set; }

    /// <summary>Whether its maker wants it on the wall for everybody.</summary>
    public bool Public { get; set; }
}

/// <summary>A run that is no more: its link says so.</summary>
public sealed class TombstoneRecord
{
    public required string RunId { get; init; }

    public required long DeletedAt { get; init; }
}

/// <summary>A frame that is kept.</summary>
public sealed class FrameRecord
{
    public required string RunId { get; init; }

    public required int Step { get; init; }

    /// <summary>The media type of its picture.</summary>
    public required string ContentType { get; init; }

    /// <summary>All of the frame that is no picture and no array; JSON, see <see cref="FrameWords"/>.</summary>
    public required string Words { get; init; }
}

/// <summary>What a frame, or its run, consists of beside words: a name for a blob.</summary>
public sealed class PartRecord
{
    public required string RunId { get; init; }

    public required int Step { get; init; }

    public required PartKind Kind { get; init; }

    /// <summary>Tells parts of a kind apart, such as an array's name or a map's place.</summary>
    public required string Name { get; init; }

    /// <summary>The blob.</summary>
    public required string Hash { get; init; }
}

/// <summary>What a part is to its frame.</summary>
public enum PartKind
{
    /// <summary>The picture as it travelled.</summary>
    Picture,

    /// <summary>A raw result, as .npy.</summary>
    Array,

    /// <summary>A map's values, as .npy.</summary>
    Map,

    /// <summary>A trained network's tensor, as .npy.</summary>
    Weight,

    /// <summary>A picture file that the run starts from.</summary>
    Input,

    /// <summary>What an unfinished run needs to go on, as .npy; only the newest is kept.</summary>
    Checkpoint,
}

/// <summary>A picture that a visitor brought.</summary>
public sealed class PictureRecord
{
    /// <summary>The blob: the SHA-256 of the file.</summary>
    public required string Id { get; init; }

    public long UsedAt { get; set; }
}

/// <summary>Bytes by their SHA-256, so that nothing is stored twice.</summary>
public sealed class BlobRecord
{
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    public required long Size { get; init; }
}

/// <summary>A room of a class; it goes, with everything in it, when it expires.</summary>
public sealed class RoomRecord
{
    public required string Code { get; init; }

    /// <summary>All of it; JSON.</summary>
    public required string State { get; set; }
}
