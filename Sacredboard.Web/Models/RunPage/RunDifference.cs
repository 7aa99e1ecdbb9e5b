using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>How the config differs from that of the run before of the same experiment.</summary>
public sealed record RunDifference(string OtherId, string OtherUrl, IReadOnlyList<RunDifferenceLine> Lines)
{
    private const int Most = 8;

    /// <summary>Null when there is no earlier run of the experiment, or nothing differs.</summary>
    public static RunDifference? Of(Source source, SourceUrls urls, RunSummary run)
    {
        var snapshot = source.Catalog.Snapshot;
        var mine = snapshot.Find(run.Id);
        if (mine is null || Before(snapshot, mine) is not { } before)
        {
            return null;
        }

        // Sacred draws a new seed for every run.
        var fields = snapshot.DifferingConfig([mine, before], Most).Where(field => field.Path[^1] != "seed").ToList();
        return fields.Count == 0 ? null : new(before.Id.ToString(), urls.Run(before.Id),
            [.. fields.Select(field => new RunDifferenceLine(
                string.Join('.', field.Path), Cell(snapshot, mine, field), Cell(snapshot, before, field)))]);
    }

    // The nearest older run of the experiment.
    private static CatalogRun? Before(CatalogSnapshot snapshot, CatalogRun run)
    {
        for (var i = snapshot.IndexOf(run.Id) + 1; i > 0 && i < snapshot.Runs.Count; i++)
        {
            if (snapshot.Runs[i].Experiment == run.Experiment)
            {
                return snapshot.Runs[i];
            }
        }

        return null;
    }

    private static CellText Cell(CatalogSnapshot snapshot, CatalogRun run, RunField field) =>
        Formatting.ValueText.Cell(snapshot.Value(run, field));
}

public sealed record RunDifferenceLine(string Field, CellText Here, CellText There);
