using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>
/// Stores saved views. All users see all views of a source; only the owner of a view changes it. All methods throw
/// <see cref="StateException"/> when the file cannot be used.
/// </summary>
public sealed class ViewStore(StateFile file, TimeProvider time)
{
    private const int MaxViewsPerOwner = 500;
    private const string Columns = "id, source, owner, name, query, is_default, created, updated";

    // SQLITE_CONSTRAINT_UNIQUE.
    private const int ConstraintUnique = 2067;

    /// <summary>The views of a source: first the person's own, then others, each by name.</summary>
    public Task<IReadOnlyList<SavedView>> ListAsync(string source, string? person, CancellationToken cancellationToken) =>
        file.ReadAsync<IReadOnlyList<SavedView>>(
            connection =>
                Select(
                    connection,
                    $"SELECT {Columns} FROM views WHERE source = $source ORDER BY owner <> $owner, owner, name",
                    ("$source", source),
                    ("$owner", person ?? "")),
            [],
            cancellationToken);

    /// <summary>The person's default view, or null.</summary>
    public Task<SavedView?> FindDefaultAsync(string source, string? person, CancellationToken cancellationToken) =>
        file.ReadAsync(
            connection =>
                Select(
                    connection,
                    $"SELECT {Columns} FROM views WHERE source = $source AND owner = $owner AND is_default = 1",
                    ("$source", source),
                    ("$owner", person ?? "")).SingleOrDefault(),
            null,
            cancellationToken);

    /// <param name="source">The source.</param>
    /// <param name="owner">Who is signed in; null without sign-in.</param>
    /// <param name="name">Its name.</param>
    /// <param name="query">The table.</param>
    /// <param name="maker">
    /// What tells visitors apart who are not signed in: none of them may take more than half of the room that the others leave, so that
    /// nobody can fill it.
    /// </param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<SavedViewResult> CreateAsync(
        string source,
        string? owner,
        string name,
        string query,
        string maker,
        CancellationToken cancellationToken) =>
        file.WriteAsync(
            connection =>
            {
                (string, object)[] values = [
                    ("$source", source),
                    ("$owner", owner ?? ""),
                    ("$name", name),
                    ("$query", query),
                    ("$maker", maker),
                    ("$now", Now())];
                var (all, own) = (Count(connection, "", values), Count(connection, " AND maker = $maker", values));
                return all >= MaxViewsPerOwner ? new SavedViewResult(null, ViewProblem.TooMany)
                    : owner is null && own >= (MaxViewsPerOwner - (all - own)) / 2 ? new SavedViewResult(null, ViewProblem.TooManyOfOne)
                    : Change(
                        connection,
                        $"INSERT INTO views (source, owner, name, query, maker, is_default, created, updated) VALUES ($source, $owner, "
                            + $"$name, $query, $maker, 0, $now, $now) RETURNING {Columns}",
                        values);
            },
            cancellationToken);

    /// <summary>Replaces the query of a view.</summary>
    public Task<SavedViewResult> UpdateAsync(string source, long id, string? person, string query, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE views SET query = $query, updated = $now", source, id, person, ("$query", query), cancellationToken);

    public Task<SavedViewResult> RenameAsync(string source, long id, string? person, string name, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE views SET name = $name, updated = $now", source, id, person, ("$name", name), cancellationToken);

    /// <summary>Returns the view as it was.</summary>
    public Task<SavedViewResult> DeleteAsync(string source, long id, string? person, CancellationToken cancellationToken) =>
        file.RemoveAsync(connection => Change(connection, "DELETE FROM views", source, id, person, null), cancellationToken);

    /// <summary>Makes this view the default instead of any other, or removes the default.</summary>
    public Task<SavedViewResult> SetDefaultAsync(
        string source,
        long id,
        string? person,
        bool isDefault,
        CancellationToken cancellationToken) =>
        file.WriteAsync(
            connection =>
            {
                (string, object)[] values = [("$source", source), ("$id", id), ("$person", person ?? ""), ("$default", isDefault)];
                Execute(
                    connection,
                    "UPDATE views SET is_default = 0 WHERE source = $source AND owner = (SELECT owner FROM views WHERE id = $id AND "
                        + "owner IN ('', $person))",
                    values);
                return Change(connection, $"UPDATE views SET is_default = $default {WhereChangeable}", values);
            },
            cancellationToken);

    private const string WhereChangeable = $"WHERE id = $id AND source = $source AND owner IN ('', $person) RETURNING {Columns}";

    private Task<SavedViewResult> ChangeAsync(
        string change, string source, long id, string? person, (string, object)? value, CancellationToken cancellationToken) =>
        file.WriteAsync(connection => Change(connection, change, source, id, person, value), cancellationToken);

    private SavedViewResult Change(
        SqliteConnection connection, string change, string source, long id, string? person, (string, object)? value) =>
        Change(
            connection,
            $"{change} {WhereChangeable}", [
                ("$source", source),
                ("$id", id),
                ("$person", person ?? ""),
                ("$now", Now()),
                .. value is { } given ? [given] : Array.Empty<(string, object)>()]);

    private static SavedViewResult Change(SqliteConnection connection, string sql, params ReadOnlySpan<(string, object)> values)
    {
        try
        {
            return Select(connection, sql, values) is [var view] ? new(view) : new(null, ViewProblem.NoSuchView);
        }
        catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == ConstraintUnique)
        {
            return new(null, ViewProblem.NameTaken);
        }
    }

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private static int Count(SqliteConnection connection, string further, ReadOnlySpan<(string, object)> values)
    {
        var sql = $"SELECT COUNT(*) FROM views WHERE source = $source AND owner = $owner{further}";
        using var command = Command(connection, sql, values);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql, ReadOnlySpan<(string, object)> values)
    {
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private static List<SavedView> Select(SqliteConnection connection, string sql, params ReadOnlySpan<(string, object)> values)
    {
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var views = new List<SavedView>();
        while (reader.Read())
        {
            views.Add(new()
            {
                Id = reader.GetInt64(0),
                Source = reader.GetString(1),
                Owner = reader.GetString(2) is { Length: > 0 } owner ? owner : null,
                Name = reader.GetString(3),
                Query = reader.GetString(4),
                IsDefault = reader.GetBoolean(5),
                Created = Time(reader.GetString(6)),
                Updated = Time(reader.GetString(7)),
            });
        }

        return views;
    }

    // The file may have been edited by hand.
    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.UnixEpoch;

    private static SqliteCommand Command(SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            // SQLite rejects parameters that the statement does not name.
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        return command;
    }
}
