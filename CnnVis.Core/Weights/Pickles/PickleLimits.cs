namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// What one pickle may use. The networks of torchvision need a few hundredths of this; a hostile file is kept to some
/// hundred megabytes of memory and a second or two.
/// </summary>
internal static class PickleLimits
{
    public const int Bytes = 16 << 20;
    public const int Operations = 1_000_000;
    public const int StackDepth = 200_000;
    public const int MemoEntries = 500_000;

    /// <summary>Short also because a remembered text can be a dictionary's key again and again.</summary>
    public const int TextLength = 4 << 10;
}
