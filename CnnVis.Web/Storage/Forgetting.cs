using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CnnVis.Web.Storage;

/// <summary>
/// SQLite leaves what is deleted in its file until its place is needed. Names of pupils are not to lie there; PostgreSQL
/// has its own ways, which its administrator knows.
/// </summary>
internal static class Forgetting
{
    /// <summary>On this connection, what is deleted or replaced is overwritten from now on.</summary>
    public static void OverwriteWhatIsDeleted(this DatabaseFacade database)
    {
        if (database.IsSqlite())
        {
            database.OpenConnection(); // kept until the context is let go: the rule belongs to the connection
            database.ExecuteSqlRaw("PRAGMA secure_delete = ON");
        }
    }

    /// <summary>Deletes something, and what SQLite's journal has of it too.</summary>
    public static void Forget(this DatabaseFacade database, Action delete)
    {
        delete();
        if (database.IsSqlite())
        {
            database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
