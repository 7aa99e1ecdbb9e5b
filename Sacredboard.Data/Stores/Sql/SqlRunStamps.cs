using System.Data.Common;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Sql.Dialects;

namespace Sacredboard.Data.Stores.Sql;

/// <param name="Id">The run.</param>
/// <param name="Counter">Its number, if runs have any.</param>
/// <param name="Value">Differs when the run changed; null when only the id was read.</param>
internal readonly record struct SqlRunStamp(RunId Id, long? Counter, int? Value);

/// <summary>Reads which runs exist and their change stamps, at a small fraction of the cost of summaries.</summary>
internal sealed class SqlRunStamps(SqlReader reader, SqlSchema schema)
{
    // What changes while a run is running; each beat that is stored changes the heartbeat.
    private static readonly string[] Changing = ["status", "start_time", "heartbeat", "stop_time", "result", "comment"];

    private SqlDatabase Database => reader.Database;

    private SqlRunIds Ids => new(Database, schema);

    /// <summary>All runs of <see cref="SqlRuns.Within"/>.</summary>
    public Task<List<SqlRunStamp>> ReadAllAsync(
        (string Suffix, IReadOnlyList<object> Parameters) within, bool idsOnly, CancellationToken cancellationToken) =>
        ReadAsync(within.Suffix, within.Parameters, idsOnly, cancellationToken);

    /// <summary>The stamps of these runs; deleted runs are left out.</summary>
    public async Task<List<SqlRunStamp>> ReadAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        Ids.Filter(ids) is var (condition, parameters)
            ? await ReadAsync($" WHERE {condition}", parameters, idsOnly: false, cancellationToken).ConfigureAwait(false)
            : [];

    /// <summary>Runs with a number above this one; empty where runs have no numbers.</summary>
    public async Task<List<SqlRunStamp>> ReadNewAsync(long greatest, CancellationToken cancellationToken) =>
        schema.Counter is { } counter
            ? await ReadAsync($" WHERE {Database.Quote(counter)} > {greatest}", [], idsOnly: true, cancellationToken).ConfigureAwait(false)
            : [];

    public async Task<long> CountAsync(CancellationToken cancellationToken) => Convert.ToInt64(
        await reader.ReadValueAsync($"SELECT count(*) FROM {Database.Quote("run")}", [], cancellationToken).ConfigureAwait(false),
        System.Globalization.CultureInfo.InvariantCulture);

    private Task<List<SqlRunStamp>> ReadAsync(
        string condition, IReadOnlyList<object> parameters, bool idsOnly, CancellationToken cancellationToken)
    {
        var select = Ids.AddTo(new SqlSelect(Database, schema));
        var keys = select.Count;
        if (!idsOnly)
        {
            select.Add("run", Changing).Add("run", "info", "info_length", name => $"octet_length({name})");
        }

        return reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {Database.Quote("run")}{condition}",
            parameters,
            row => new SqlRunStamp(SqlRunIds.Of(row, select), select.Number(row, "counter"), idsOnly ? null : Hash(row, keys)),
            cancellationToken);
    }

    private static int Hash(DbDataReader row, int first)
    {
        var hash = new HashCode();
        for (var i = first; i < row.FieldCount; i++)
        {
            hash.Add(row.GetValue(i));
        }

        return hash.ToHashCode();
    }
}
