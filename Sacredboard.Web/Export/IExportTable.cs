using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Export;

/// <summary>What is taken out as a file, row by row; all of it as it was at one moment, however long writing takes.</summary>
public interface IExportTable
{
    /// <summary>Stand on top of the columns; no two are the same.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>One cell for each column, made when they are come to.</summary>
    IEnumerable<IReadOnlyList<ExportCell>> Rows { get; }

    /// <summary>The summaries of metrics that it is made of and that are not all there yet.</summary>
    IEnumerable<SummaryProgress> Missing { get; }
}

/// <summary>What stands in one cell of a file: a value with its secrets hidden, or the id of a run.</summary>
/// <param name="Value">Null for nothing. Of an id the text.</param>
/// <param name="Id">Null for all other values.</param>
public readonly record struct ExportCell(SacredValue? Value, RunId? Id = null)
{
    /// <summary>The value of a run; a duration is a number of seconds.</summary>
    /// <param name="now">Until when the durations of running runs count.</param>
    public static ExportCell Of(CatalogSnapshot snapshot, CatalogRun run, RunField field, DateTimeOffset now) =>
        new(snapshot.Value(run, field, now), field.OwnField is { Kind: OwnKind.Id } ? run.Id : null);
}
