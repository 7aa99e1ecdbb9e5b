namespace Sacredboard.Data.Stores.Sql;

/// <summary>Reads which tables and columns there are, now and then: Sacred may be updated while the dashboard runs.</summary>
internal sealed class SqlSchemaReader(SqlReader reader, TimeProvider time)
{
    private static readonly TimeSpan Stays = TimeSpan.FromMinutes(1);

    private (SqlSchema Schema, long ReadAt)? _last;

    /// <exception cref="RunStoreException">Also when the database holds no tables of Sacred.</exception>
    public async Task<SqlSchema> ReadAsync(CancellationToken cancellationToken)
    {
        if (_last is var (last, readAt) && time.GetElapsedTime(readAt) < Stays)
        {
            return last;
        }

        _last = null;
        var columns = await reader.ReadListAsync(
            reader.Database.ColumnsQuery,
            [],
            row => (Table: row.GetString(0), Column: row.GetString(1), Type: row.IsDBNull(2) ? "" : row.GetString(2)),
            cancellationToken).ConfigureAwait(false);
        var schema = new SqlSchema(columns.GroupBy(column => column.Table, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                table => table.Key,
                IReadOnlyDictionary<string, string> (table) => table.DistinctBy(column => column.Column, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(column => column.Column, column => column.Type, StringComparer.OrdinalIgnoreCase),
                StringComparer.OrdinalIgnoreCase));
        if (!schema.HasRuns)
        {
            throw new RunStoreException(
                RunStoreProblem.Unreadable,
                $"{reader.Database.Place.Name} holds no runs of Sacred: the table run of a SqlObserver is not there. "
                    + "The observer makes it with its first run; check the name of the database if there are runs already.");
        }

        _last = (schema, time.GetTimestamp());
        return schema;
    }
}
