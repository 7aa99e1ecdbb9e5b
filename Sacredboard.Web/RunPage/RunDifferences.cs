using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Compares the config of a run with that of another, by default the run of the same experiment that started before it.</summary>
internal static class RunDifferences
{
    private const int MaxLines = 8;

    /// <summary>Null when there is no other run, or nothing differs.</summary>
    public static RunDifference? Of(RunPageRequest request, CatalogRun? other)
    {
        var snapshot = request.Source.Catalog.Snapshot;
        var mine = snapshot.Find(request.Id);
        if (mine is null || other is not { } before)
        {
            return null;
        }

        // Sacred draws a new seed for every run.
        var fields = snapshot.Queries().DifferingConfig([mine, before], MaxLines)
            .Where(field => !SeedKeys.ByName.Cover(field.Path))
            .ToList();
        return fields.Count == 0 ? null : new(before.Id.ToString(), request.Pages.Run(before.Id),
            [.. fields.Select(field => new RunDifferenceLine(
                string.Join('.', field.Path),
                ValueText.Cell(snapshot.Value(mine, field)),
                ValueText.Cell(snapshot.Value(before, field))))]);
    }

    /// <summary>The run of the same experiment that started before it; null when there is none.</summary>
    public static CatalogRun? Before(RunPageRequest request)
    {
        var snapshot = request.Source.Catalog.Snapshot;
        return snapshot.Find(request.Id) is { } mine ? Before(snapshot, mine) : null;
    }

    // The nearest older run of the experiment that started: the config of one that waits may still be changed.
    private static CatalogRun? Before(CatalogSnapshot snapshot, CatalogRun run)
    {
        for (var i = snapshot.IndexOf(run.Id) + 1; i > 0 && i < snapshot.Runs.Count; i++)
        {
            if (snapshot.Runs[i] is { Started: not null } older && older.Experiment == run.Experiment)
            {
                return older;
            }
        }

        return null;
    }
}
