using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>
/// What the dashboard keeps for itself: an SQLite file, made when there is first something to keep. Never in the storage of the runs.
/// Several processes may use one file. Opened anew each time, so that a file may be put back, moved or removed at any time.
/// </summary>
/// <param name="directory">Made with the file where it is not there; absolute.</param>
public sealed class StateFile(string directory)
{
    public const string Name = "sacredboard.db";

    // A page waits no longer than this for its menu; a person who saves something, longer.
    private const int ReadTimeoutSeconds = 1;
    private const int WriteTimeoutSeconds = 5;

    public string Path { get; } = System.IO.Path.Join(directory, Name);

    /// <summary>What <paramref name="read"/> gives; <paramref name="empty"/> where there is no file yet, and none is made.</summary>
    /// <exception cref="StateException">The file is there but cannot be read.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, T empty, CancellationToken cancellationToken) =>
        Guard(() => File.Exists(Path) ? Read(read, empty) : empty, cancellationToken);

    /// <summary>All of <paramref name="write"/> happens, or nothing.</summary>
    /// <exception cref="StateException">The file cannot be made or written to.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        Guard(() => Write(write), cancellationToken);

    private T Read<T>(Func<SqliteConnection, T> read, T empty)
    {
        try
        {
            using var connection = Open(Path, SqliteOpenMode.ReadWrite, ReadTimeoutSeconds);
            return ReadFrom(connection, read, empty);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is 8 or 14 && !File.Exists(Path + "-wal"))
        {
            // Nobody may write here, so that SQLite cannot even make its lock files; but then nobody changes it either.
            using var connection = Open($"{new Uri(Path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly, ReadTimeoutSeconds);
            return ReadFrom(connection, read, empty);
        }
    }

    private T ReadFrom<T>(SqliteConnection connection, Func<SqliteConnection, T> read, T empty) => CheckVersion(connection) switch
    {
        0 => empty,
        var version when version < StateSchema.Newest => Write(read),
        _ => read(connection),
    };

    private T Write<T>(Func<SqliteConnection, T> write)
    {
        MakeDirectory();
        using var connection = Open(Path, SqliteOpenMode.ReadWriteCreate, WriteTimeoutSeconds);
        if (CheckVersion(connection) < StateSchema.Newest)
        {
            // Lets pages read while somebody saves. Kept by the file.
            Execute(connection, "PRAGMA journal_mode = WAL");
            StateSchema.Upgrade(connection);
        }

        using var transaction = connection.BeginTransaction();
        var result = write(connection);
        transaction.Commit();
        return result;
    }

    private int CheckVersion(SqliteConnection connection) =>
        StateSchema.VersionOf(connection) is var version && version <= StateSchema.Newest
            ? version
            : throw new StateException($"{Path} was written by a newer Sacredboard than this one. Use that, or name another directory in Sacredboard:StatePath.");

    private void MakeDirectory()
    {
        if (Directory.Exists(directory))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode, int timeoutSeconds)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            DefaultTimeout = timeoutSeconds,
            // A pooled connection would go on writing to a file that was removed.
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // SQLite knows no waiting without a thread.
    private Task<T> Guard<T>(Func<T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return work();
            }
            catch (Exception exception) when (StateErrors.IsKnown(exception))
            {
                throw StateErrors.Explain(exception, Path);
            }
        },
        cancellationToken);
}
