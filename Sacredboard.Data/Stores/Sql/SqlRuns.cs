using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>Reads runs, as summaries or whole.</summary>
internal sealed class SqlRuns(SqlReader reader, SqlSchemaReader schemas)
{
    // The first batch fills a page quickly; later ones save round trips. Each is a query of its own, so that none lasts long.
    private const int FirstBatchSize = 150;
    private const int BatchSize = 500;

    private readonly SqlExperiments _experiments = new(reader);

    private SqlDatabase Database => reader.Database;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await ListAsync(limits, cancellationToken).ConfigureAwait(false);
        var ahead = ReadAsync(0, FirstBatchSize);
        try
        {
            for (var (i, size) = (0, FirstBatchSize); i < ids.Count; (i, size) = (i + size, BatchSize))
            {
                var batch = await ahead.ConfigureAwait(false);
                // The server finds the next runs while the catalog takes these in.
                ahead = ReadAsync(i + size, BatchSize);
                yield return new RunBatch([.. batch.Where(run => IsWithin(limits, run))], ids.Count);
            }
        }
        finally
        {
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<IReadOnlyList<RunSummary>> ReadAsync(int first, int count) =>
            ReadSummariesAsync([.. ids.Skip(first).Take(count)], cancellationToken);
    }

    /// <summary>The ids of the runs within the limits, newest first.</summary>
    public async Task<List<RunId>> ListAsync(RunLimits limits, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var select = new SqlRunIds(Database, schema).AddTo(new SqlSelect(Database, schema));
        var (suffix, parameters) = Within(schema, limits);
        return await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {Database.Quote("run")}{suffix}",
            parameters,
            row => SqlRunIds.Of(row, select),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>In the order of the ids.</summary>
    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<SqlRunRow>(ids.Count);
        foreach (var chunk in ids.Chunk(BatchSize))
        {
            rows.AddRange(await ReadRowsAsync(schema, chunk, SqlRunLimits.Summary, RunParts.All, cancellationToken).ConfigureAwait(false));
        }

        var experiments = await _experiments.ReadAsync(schema, rows.Select(row => row.Experiment).OfType<long>(), cancellationToken)
            .ConfigureAwait(false);
        var found = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id);
        return [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<SqlRunRow>().Select(row => row.Summary(Of(row, experiments)))];
    }

    /// <summary>The length of what is read of a run, in bytes; 0 when there is none with this id.</summary>
    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (new SqlRunIds(Database, schema).Filter([id]) is not var (condition, parameters))
        {
            return 0;
        }

        string[] columns = ["config", "info", "fail_trace"];
        var select = new SqlSelect(Database, schema);
        foreach (var column in columns)
        {
            select.Add("run", column, column, name => $"octet_length({name})");
        }

        var found = select.Count == 0 ? [] : await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {Database.Quote("run")} WHERE {condition}",
            parameters,
            row => columns.Sum(column => select.Number(row, column) ?? 0),
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? 0 : found.Max();
    }

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var rows = await ReadRowsAsync(schema, [id], SqlRunLimits.Whole, parts, cancellationToken).ConfigureAwait(false);
        if (rows is not [var row, ..])
        {
            return null;
        }

        var experiments = await _experiments.ReadAsync(schema, row.Experiment is { } number ? [number] : [], cancellationToken)
            .ConfigureAwait(false);
        return row.Run(Of(row, experiments), parts);
    }

    public static bool IsWithin(RunLimits limits, RunSummary run) =>
        limits.Since is null || run.Started is null || run.Started >= limits.Since;

    /// <summary>What restricts a query for runs to those within the limits, newest first, and its parameters.</summary>
    public (string Suffix, IReadOnlyList<object> Parameters) Within(SqlSchema schema, RunLimits limits)
    {
        var started = Database.Quote("start_time");
        var limit = limits.MaxRuns is { } max ? $" LIMIT {Math.Max(1, max)}" : "";
        return limits.Since is { } since && schema.Has("run", "start_time")
            ? ($" WHERE ({started} IS NULL OR {started} >= @p0){Order(schema)}{limit}", [Database.TimeOf(since)])
            : ($"{Order(schema)}{limit}", []);
    }

    // Runs that have not started are the newest.
    private string Order(SqlSchema schema)
    {
        var (counter, id, started) = (schema.Counter, Database.Quote("run_id"), Database.Quote("start_time"));
        return counter is not null ? $" ORDER BY {Database.Quote(counter)} DESC"
            : schema.Has("run", "start_time") ? $" ORDER BY ({started} IS NULL) DESC, {started} DESC, {id} DESC"
            : $" ORDER BY {id} DESC";
    }

    private async Task<IReadOnlyList<SqlRunRow>> ReadRowsAsync(
        SqlSchema schema, IReadOnlyCollection<RunId> ids, SqlRunLimits limits, RunParts parts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (new SqlRunIds(Database, schema).Filter(ids) is not var (condition, parameters))
        {
            return [];
        }

        var query = new SqlRunQuery(Database, schema, limits, parts);
        var rows = await reader.ReadListAsync($"{query.Text} WHERE {condition}", parameters, query.Read, cancellationToken)
            .ConfigureAwait(false);
        // Most collations of MySQL take "A" for "a".
        var wanted = ids.ToHashSet();
        return rows.FindAll(row => wanted.Contains(row.Id));
    }

    private static SacredObject? Of(SqlRunRow row, IReadOnlyDictionary<long, SacredObject> experiments) =>
        row.Experiment is { } number ? experiments.GetValueOrDefault(number) : null;
}
