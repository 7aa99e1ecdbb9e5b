using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Plots;

/// <summary>The runs of a plot: those that are named, or all that a query finds.</summary>
/// <param name="Runs">Of the own source.</param>
/// <param name="Query">Finds all of them; null where there is no such query.</param>
/// <param name="Left">How many more match.</param>
/// <param name="Unknown">Names of what is not there, and of runs of other sources.</param>
public sealed record PlottedRuns(IReadOnlyList<CatalogRun> Runs, RunQuery? Query, int Left, IReadOnlyList<string> Unknown)
{
    /// <summary>More dots no screen has room for.</summary>
    public const int Max = 100_000;

    /// <param name="source">The source of the plot.</param>
    /// <param name="ids">The names of the runs; empty for those of the table.</param>
    /// <param name="names">Reads these names.</param>
    /// <param name="table">The query of the runs.</param>
    /// <param name="max">The most runs that a query gives.</param>
    public static PlottedRuns Of(Source source, IReadOnlyList<string> ids, RunNames names, ResolvedTable table, int max)
    {
        var queries = table.Snapshot.Queries();
        if (ids.Count == 0)
        {
            var found = queries.Find(table.Runs with { Skip = 0, Take = max });
            return new(found.Runs, table.Runs, found.Matched - found.Runs.Count, []);
        }

        var read = ids.Select(id => (Name: id, Run: names.Read(id) is { } run && run.Source == source ? table.Snapshot.Find(run.Id) : null))
            .ToList();
        List<CatalogRun> runs = [.. read.Select(one => one.Run).OfType<CatalogRun>().Distinct().Take(max)];
        return new(
            runs,
            queries.TextOf([.. runs.Select(run => run.Id)]) is { } text ? new() { Text = text } : null,
            0,
            [.. read.Where(one => one.Run is null).Select(one => one.Name)]);
    }
}
