using System.Data.Common;
using System.Net.Sockets;
using CnnVis.Core;
using Microsoft.Data.Sqlite;
using Npgsql;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Storage;

/// <summary>The database cannot do what it is for; the sentence says why, and what to do.</summary>
public sealed class StoreUnavailableException : CnnVisException
{
    // SQLite's primary result codes.
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private StoreUnavailableException(string sentence, Exception inner) : base("store-unavailable", sentence, inner)
    {
    }

    /// <summary>What went wrong between us and the database in one sentence, or null if it was something else.</summary>
    public static StoreUnavailableException? Of(Exception error) => Chain(error).Select(SentenceOf).OfType<string>().FirstOrDefault() is { } sentence
        ? new StoreUnavailableException(sentence, error)
        : null;

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    private static string? SentenceOf(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => Key("The database is locked by another program: close that one, then try again."),
        SqliteException { SqliteErrorCode: ReadOnly } => Key("The database may only be read: give this application the right to write to its data directory."),
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => Key("The database is damaged, or is no database: move its file away or restore a copy, then start again."),
        SqliteException { SqliteErrorCode: Full } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => Key("There is no room left for the database: make some on its disk."),
        SqliteException { SqliteErrorCode: CannotOpen or InputOutput } => Key("The database's file cannot be opened: check the data directory, its rights and its disk."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => Key("The database may only be read at present."),
        UnauthorizedAccessException or IOException and not EndOfStreamException => Key("The data directory cannot be used: the server's log tells why."),
        SocketException or DbException { IsTransient: true } => Key("The database server does not answer: check that it runs and that CnnVis:Database names it."),
        DbException => Key("The database refused: the server's log tells why."),
        _ => null,
    };
}
