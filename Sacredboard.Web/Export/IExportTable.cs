using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Export;

/// <summary>A table to export, row by row, from one snapshot however long writing takes.</summary>
public interface IExportTable
{
    /// <summary>The names of the columns, all distinct.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>One cell for each column; rows are made while they are enumerated.</summary>
    IEnumerable<IReadOnlyList<ExportCell>> Rows { get; }

    /// <summary>The statistics of metrics that the table needs and that are not complete yet.</summary>
    IEnumerable<StatisticsProgress> Incomplete { get; }
}

/// <summary>A cell of an exported table: a value with its secrets masked, or the id of a run.</summary>
/// <param name="Value">Null for an empty cell; for an id its text.</param>
/// <param name="Id">Null for all other values.</param>
public readonly record struct ExportCell(SacredValue? Value, RunId? Id = null)
{
    /// <summary>The value of a run; durations in seconds.</summary>
    /// <param name="now">The end of the durations of running runs.</param>
    public static ExportCell Of(CatalogSnapshot snapshot, CatalogRun run, RunField field, DateTimeOffset now) =>
        new(snapshot.Value(run, field, now), field.OwnField is { Kind: OwnKind.Id } ? run.Id : null);
}
