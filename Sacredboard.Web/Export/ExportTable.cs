using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Export;

/// <summary>All runs that match a query, with the columns that a page shows.</summary>
public sealed class ExportTable : IExportTable
{
    private readonly CatalogSnapshot _snapshot;
    private readonly DateTimeOffset _now;
    private readonly RunQueryResult _result;
    private readonly IReadOnlyList<RunField> _fields;

    /// <param name="resolved">The table; its page number is ignored.</param>
    /// <param name="now">The end of the durations of running runs.</param>
    public ExportTable(ResolvedTable resolved, DateTimeOffset now)
    {
        (_snapshot, _now) = (resolved.Snapshot, now);
        _result = _snapshot.Queries().Find(resolved.Runs with { Skip = 0, Take = int.MaxValue });
        var shown = RunColumn.For([], LeftOutFields.Beside(resolved.Columns.All), _snapshot);
        _fields = [.. shown.Select(column => column.Field)];
        Names = ColumnNames.Of(shown);
    }

    public IReadOnlyList<string> Names { get; }

    public IEnumerable<IReadOnlyList<ExportCell>> Rows => _result.Runs.Select(Row);

    public IEnumerable<StatisticsProgress> Incomplete =>
        _snapshot.Progress(_result.Metrics.Concat(_fields)).Where(progress => !progress.IsComplete);

    private ExportCell[] Row(CatalogRun run) => [.. _fields.Select(field => ExportCell.Of(_snapshot, run, field, _now))];
}
