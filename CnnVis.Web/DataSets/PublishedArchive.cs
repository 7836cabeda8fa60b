namespace CnnVis.Web.DataSets;

/// <summary>A file on the web that never changes.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, in lower-case hexadecimal.</param>
internal sealed record PublishedArchive(Uri Address, long Bytes, string Sha256)
{
    /// <summary>CIFAR-10 at its author's.</summary>
    public static PublishedArchive Cifar10 { get; } = new(
        new Uri("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
        170_052_171,
        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd");
}
