using System.Runtime.CompilerServices;
using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>Reads the info of runs. It is text, so the server sends all of it, of few runs at a time.</summary>
internal sealed class SqlRunInfo(SqlReader reader, SqlSchemaReader schemas, SqlRuns runs) : IRunInfo
{
    /// <summary>So many runs are asked for at a time: an info may have megabytes.</summary>
    private const int RunsAtOnce = 50;

    private const int MaxBytes = 256 << 20;

    public async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(
        IReadOnlyList<RunId> runs, string? curve, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in runs.Chunk(RunsAtOnce))
        {
            yield return await ReadBatchAsync(ids, curve, cancellationToken).ConfigureAwait(false);
        }
    }

    public long? EstimateBytes(RunId id) => null;

    public async Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken) =>
        await runs.ListAsync(new RunLimits(count), cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<RunInfo>> ReadBatchAsync(RunId[] wanted, string? curve, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var ids = new SqlRunIds(reader.Database, schema);
        var found = new Dictionary<RunId, RunInfo>();
        if (ids.Filter(wanted) is var (condition, parameters) && schema.Has("run", "info"))
        {
            var select = ids.AddTo(new SqlSelect(reader.Database, schema))
                .Add("run", "info", "info", name => $"CASE WHEN octet_length({name}) <= {MaxBytes} THEN {name} END");
            var rows = await reader.ReadListAsync(
                $"SELECT {select.Columns} FROM {reader.Database.Quote("run")} WHERE {condition}",
                parameters,
                row => Read(SqlRunIds.Of(row, select), select.Text(row, "info"), curve),
                cancellationToken).ConfigureAwait(false);
            foreach (var info in rows)
            {
                found[info.Run] = info;
            }
        }

        return [.. wanted.Select(id => found.GetValueOrDefault(id) ?? new RunInfo(id, null))];
    }

    private static RunInfo Read(RunId run, string? json, string? curve)
    {
        try
        {
            return new(run, json is null ? null : InfoJson.Read(Encoding.UTF8.GetBytes(json), curve));
        }
        catch (JsonFormatException exception)
        {
            return new(run, null, $"The info {exception.Message}.");
        }
    }
}
