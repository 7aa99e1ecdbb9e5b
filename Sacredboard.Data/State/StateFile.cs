using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>
/// The SQLite file with the dashboard's own state, created on the first write. It never lies in the storage of the runs. Several
/// processes may share it. It is opened anew for each access, so that it can be replaced, moved or removed at any time.
/// </summary>
/// <param name="directory">Absolute; created together with the file.</param>
public sealed class StateFile(string directory)
{
    public const string Name = "sacredboard.db";

    // In seconds: a page must not wait long for its menu; a person who saves something can.
    private const int ReadTimeoutSeconds = 1;
    private const int WriteTimeoutSeconds = 5;

    private readonly StateReserve _reserve = new(directory);

    public string Path { get; } = System.IO.Path.Join(directory, Name);

    /// <summary>
    /// The result of <paramref name="read"/>, or <paramref name="empty"/> when there is no file yet; reading creates none.
    /// </summary>
    /// <exception cref="StateException">The file exists but cannot be read.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, T empty, CancellationToken cancellationToken) =>
        Guard(() => File.Exists(Path) ? Read(read, empty) : empty, cancellationToken);

    /// <summary>Runs <paramref name="write"/> in one transaction.</summary>
    /// <exception cref="StateException">The file cannot be created or written.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        Guard(() => Write(write), cancellationToken);

    /// <summary>The same for what makes the file no larger: it succeeds on a full disk too.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public Task<T> RemoveAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        Guard(
            () =>
            {
                try
                {
                    return Write(write);
                }
                catch (SqliteException exception) when (StateErrors.MayBeFull(exception) && _reserve.TryRelease())
                {
                    return Write(write);
                }
            },
            cancellationToken);

    private T Read<T>(Func<SqliteConnection, T> read, T empty)
    {
        try
        {
            using var connection = Open(Path, SqliteOpenMode.ReadWrite, ReadTimeoutSeconds);
            return ReadFrom(connection, read, empty);
        }
        catch (SqliteException exception) when (StateErrors.HasNoRoomForLocks(exception)
            && new FileInfo(Path + "-wal") is not { Exists: true, Length: > 0 })
        {
            // In a read-only directory, and on a full disk, SQLite cannot create its lock files; hardly anything can change the file
            // either, so it is opened as immutable.
            using var connection = Open($"{new Uri(Path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly, ReadTimeoutSeconds);
            return ReadFrom(connection, read, empty);
        }
    }

    private T ReadFrom<T>(SqliteConnection connection, Func<SqliteConnection, T> read, T empty) => CheckVersion(connection) switch
    {
        0 => empty,
        var version when version < StateSchema.Readable => Write(read),
        _ => read(connection),
    };

    private T Write<T>(Func<SqliteConnection, T> write)
    {
        MakeDirectory();
        var result = WriteOnce(write);
        _reserve.Keep();
        return result;
    }

    private T WriteOnce<T>(Func<SqliteConnection, T> write)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadWriteCreate, WriteTimeoutSeconds);
        if (CheckVersion(connection) < StateSchema.Newest)
        {
            // Write-ahead logging lets pages read during a write; the file stores this mode.
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
            : throw new StateException($"{Path} was written by a newer Sacredboard than this one. Use the newer one, or name another "
                + $"directory in Sacredboard:StatePath.");

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
            // A pooled connection would keep writing to a removed file.
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

    // SQLite waits by blocking its thread.
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
