using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Bytes and their name.</summary>
/// <param name="Hash">The SHA-256 in lower-case hexadecimal.</param>
internal sealed record Blob(string Hash, byte[] Bytes)
{
    public static Blob Of(byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);

    /// <summary>Stores it unless it is there; another process may do the same at the same moment.</summary>
    public void Store(StoreContext context) => context.Database.ExecuteSql(Insert);

    private FormattableString Insert =>
        $"""INSERT INTO "Blobs" ("Hash", "Bytes", "Size") VALUES ({Hash}, {Bytes}, {Bytes.LongLength}) ON CONFLICT DO NOTHING""";
}
