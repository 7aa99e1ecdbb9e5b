using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>
/// The schema of the state file, as migration steps. A released step is never changed; changes are new steps at the end.
/// </summary>
internal static class StateSchema
{
    private static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE views (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL COLLATE NOCASE,
            owner TEXT NOT NULL,
            name TEXT NOT NULL COLLATE NOCASE,
            query TEXT NOT NULL,
            is_default INTEGER NOT NULL,
            created TEXT NOT NULL,
            updated TEXT NOT NULL
        );
        CREATE UNIQUE INDEX views_name ON views (source, owner, name);
        CREATE UNIQUE INDEX views_default ON views (source, owner) WHERE is_default = 1;
        """,
        """
        ALTER TABLE views ADD COLUMN maker TEXT NOT NULL DEFAULT '';
        """,
        """
        CREATE TABLE hashes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            source TEXT NOT NULL COLLATE NOCASE,
            content TEXT NOT NULL,
            md5 TEXT NOT NULL
        );
        CREATE UNIQUE INDEX hashes_content ON hashes (source, content);
        """,
    ];

    public static int Newest => Steps.Count;

    /// <summary>A file that has taken so many steps can be read as it is; on a full disk it could not take more.</summary>
    public static int Readable => 1;

    /// <summary>The number of steps that a file has taken; 0 for an empty file.</summary>
    public static int VersionOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Applies the missing steps in one transaction.</summary>
    public static void Upgrade(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        for (var version = VersionOf(connection); version < Newest; version++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"{Steps[version]} PRAGMA user_version = {version + 1};";
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
