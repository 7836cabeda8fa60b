using System.Security.Cryptography;
using CnnVis.Core;

namespace CnnVis.Web.DataSets;

/// <summary>Brings a published archive here, and believes nothing but its hash.</summary>
internal static class ArchiveDownload
{
    // Longer without a byte means that none will come.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Writes an archive to a file.</summary>
    /// <param name="progress">Is told the share that has come, 0 to 1.</param>
    /// <exception cref="InvalidDataSetException">What came is not what was published.</exception>
    public static async Task SaveAsync(
        HttpClient client, PublishedArchive archive, string path, Action<double> progress, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(archive.Address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var from = await response.Content.ReadAsStreamAsync(cancellation);
        await using var to = File.Create(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int count; (count = await ReadAsync(from, buffer, cancellation)) > 0;)
        {
            Require(to.Length + count <= archive.Bytes, archive);
            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
            progress((double)to.Length / archive.Bytes);
        }

        Require(Convert.ToHexStringLower(hash.GetHashAndReset()) == archive.Sha256, archive);
    }

    private static async Task<int> ReadAsync(Stream from, byte[] buffer, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return await from.ReadAsync(buffer, patience.Token);
    }

    private static void Require(bool asPublished, PublishedArchive archive)
    {
        if (!asPublished)
        {
            throw new InvalidDataSetException(
                $"What came from {archive.Address.Host} is not the file that was published there; nothing of it was kept. Try again.");
        }
    }
}
