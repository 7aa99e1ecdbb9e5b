using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>
/// Keeps hashes of files for which the storage has none, because reading a gigabyte takes long. All methods throw
/// <see cref="StateException"/> when the file cannot be used.
/// </summary>
public sealed class HashStore(StateFile file)
{
    /// <summary>Of more the oldest go.</summary>
    private const int MaxHashes = 100_000;

    /// <summary>The MD5 of each content of a source, lower-case hex.</summary>
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(string source, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyDictionary<string, string>>(
            connection =>
            {
                using var command = Command(connection, "SELECT content, md5 FROM hashes WHERE source = $source", ("$source", source));
                using var reader = command.ExecuteReader();
                var hashes = new Dictionary<string, string>();
                while (reader.Read())
                {
                    hashes[reader.GetString(0)] = reader.GetString(1);
                }

                return hashes;
            },
            new Dictionary<string, string>(),
            cancellationToken);

    /// <param name="content">What tells a content from all others of the source, and from what the same file had before.</param>
    /// <param name="md5">Lower-case hex.</param>
    public Task AddAsync(string source, string content, string md5, CancellationToken cancellationToken) =>
        file.WriteAsync(
            connection =>
            {
                using var command = Command(
                    connection,
                    $"""
                    INSERT INTO hashes (source, content, md5) VALUES ($source, $content, $md5)
                        ON CONFLICT (source, content) DO UPDATE SET md5 = excluded.md5;
                    DELETE FROM hashes WHERE id <= (SELECT MAX(id) FROM hashes) - {MaxHashes};
                    """,
                    ("$source", source),
                    ("$content", content),
                    ("$md5", md5));
                return command.ExecuteNonQuery();
            },
            cancellationToken);

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
