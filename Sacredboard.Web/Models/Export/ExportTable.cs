using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Summaries;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Runs;

namespace Sacredboard.Web.Models.Export;

/// <summary>All runs that answer a query, with the columns that a page shows: what is taken out as a file.</summary>
public sealed class ExportTable
{
    private readonly CatalogSnapshot _snapshot;
    private readonly DateTimeOffset _now;

    /// <param name="snapshot">The runs are those of this one moment, however long writing takes.</param>
    /// <param name="query">Which page of it was shown does not matter.</param>
    /// <param name="now">Until when the durations of running runs count.</param>
    public ExportTable(CatalogSnapshot snapshot, RunListQuery query, DateTimeOffset now)
    {
        (_snapshot, _now) = (snapshot, now);
        query = query.Meant(snapshot, out _);
        Page = snapshot.Query(query.ToRunQuery() with { Skip = 0, Take = int.MaxValue });
        // Columns that nobody chose are those of the first page, as the table chooses them.
        var shown = RunColumn.For([.. Page.Runs.Take(query.Size)], query.Columns, snapshot);
        Columns = [.. shown.Zip(ColumnNames.Of(shown), (column, name) => new ExportColumn(name, column.Field))];
    }

    public RunPage Page { get; }

    public IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The summaries of metrics that it is made of and that are not all there yet.</summary>
    public IEnumerable<SummaryProgress> Missing =>
        _snapshot.Progress(Page.Metrics.Concat(Columns.Select(column => column.Field))).Where(progress => !progress.IsComplete);

    /// <summary>The value of a cell; null when the run has none. A duration is a number of seconds.</summary>
    public SacredValue? Value(CatalogRun run, ExportColumn column) =>
        column.IsDuration ? run.Duration(_now) is { } duration ? new SacredDouble(duration.TotalSeconds) : null
        : _snapshot.Value(run, column.Field);
}

/// <param name="Name">Stands on top of it; no two columns have the same.</param>
/// <param name="Field">What it shows.</param>
public sealed record ExportColumn(string Name, RunField Field)
{
    internal bool IsDuration { get; } = Field == RunField.Own("duration");
}
