using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>
/// An SQLite file. It is opened anew for each reading, so that it can be replaced at any time, and each reading is short: while one goes
/// on, Sacred cannot write to a file without a write-ahead log.
/// </summary>
/// <param name="path">Absolute.</param>
internal sealed class SqliteFile(string path) : SqlDatabase
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Damaged = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>How long a writer is waited for, in seconds.</summary>
    private const int BusyTimeout = 10;

    public override StorePlace Place { get; } = new(path);

    public override string Title => $"The file {path}";

    public override string ShortName => Path.GetFileNameWithoutExtension(path);

    public override string ObserverUrl => $"sqlite:///{path}";

    public override string ColumnsQuery =>
        "SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type IN ('table', 'view')";

    public override bool Blocks => true;

    /// <summary>Whether the file begins as every SQLite file does.</summary>
    public static bool IsOne(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[16];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
                && start.SequenceEqual("SQLite format 3\0"u8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is ReadOnly or CannotOpen && File.Exists(path)
            && !File.Exists(path + "-wal"))
        {
            // With a write-ahead log, SQLite wants to make files beside this one, which a reader may not. Without a log there is nothing
            // that could change while it is read.
            return await OpenAsync($"{new Uri(path).AbsoluteUri}?immutable=1", cancellationToken).ConfigureAwait(false);
        }
    }

    public override string Utf8(string text) => $"CAST({text} AS BLOB)";

    public override string Tail(string text, int characters) => $"substr({text}, -{characters})";

    // As SQLAlchemy writes it.
    public override object TimeOf(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    // A time is text, and a boolean a number.
    public override SacredValue? ValueOf(object stored, string type) => (stored, type) switch
    {
        (string text, "DATETIME" or "TIMESTAMP") when Runs.StoredTime.Read(new SacredText(text)) is { } time => new SacredDate(time),
        (long number and (0 or 1), "BOOLEAN") => SacredBoolean.Of(number == 1),
        _ => SqlValue.Of(stored),
    };

    public override RunStoreException? Translate(Exception exception) =>
        exception is not SqliteException { SqliteErrorCode: var code } ? null
        : code switch
        {
            Busy or Locked => Problem(
                RunStoreProblem.Unreachable, "is being written to all the time; a reading did not get its turn.", exception),
            _ when !File.Exists(path) => Problem(RunStoreProblem.Unreachable, "does not exist.", exception),
            NotADatabase => Problem(RunStoreProblem.Unreadable, "is not an SQLite database, or an encrypted one.", exception),
            Damaged => Problem(RunStoreProblem.Unreadable, "is damaged: SQLite cannot read all of it.", exception),
            CannotOpen when SqliteRights.MayRead(path) => Problem(
                RunStoreProblem.Unreachable,
                "cannot be opened without the right to write beside it: its write-ahead log needs that.",
                exception),
            CannotOpen => Problem(RunStoreProblem.Refused, "may not be read.", exception),
            ReadOnly => Problem(
                RunStoreProblem.Unreachable,
                "was left in the middle of a write; it is mended when something opens it to write.",
                exception),
            _ => Problem(RunStoreProblem.Unreadable, $"cannot be read: SQLite reports error {code}.", exception),
        };

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<DbConnection> OpenAsync(string source, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = BusyTimeout,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            // Opening alone reads nothing, and so does not fail.
            using var check = connection.CreateCommand();
            check.CommandText = "SELECT count(*) FROM sqlite_master";
            await check.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

file static class SqliteRights
{
    public static bool MayRead(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
