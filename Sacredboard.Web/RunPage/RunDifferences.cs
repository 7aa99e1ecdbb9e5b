using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>Compares the config of a run with that of the previous run of the same experiment.</summary>
internal static class RunDifferences
{
    private const int MaxLines = 8;

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
        var fields = snapshot.Queries().DifferingConfig([mine, before], MaxLines)
            .Where(field => !SeedKeys.ByName.Cover(field.Path))
            .ToList();
        return fields.Count == 0 ? null : new(before.Id.ToString(), urls.Run(before.Id),
            [.. fields.Select(field => new RunDifferenceLine(
                string.Join('.', field.Path),
                ValueText.Cell(snapshot.Value(mine, field)),
                ValueText.Cell(snapshot.Value(before, field))))]);
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
}
