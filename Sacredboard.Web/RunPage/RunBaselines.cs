using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>
/// Finds the run that another is compared with: the one before it, the best of its experiment by a statistic of a metric
/// (<c>min(validation.loss)</c>), or any by its id.
/// </summary>
internal static class RunBaselines
{
    /// <summary>How long a page waits for the metrics that say which run is the best.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<RunBaseline> FindAsync(RunPageRequest request, CatalogWaiter waiter, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, request.Baseline, waiter, cancellationToken);
        // What was chosen for all runs of the experiment may be this run, or one that is gone.
        return found.Run is null && request.State.Baseline.Length == 0
            ? await FindAsync(request, "", waiter, cancellationToken)
            : found;
    }

    private static async Task<RunBaseline> FindAsync(
        RunPageRequest request, string text, CatalogWaiter waiter, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
        {
            return RunDifferences.Before(request) is { } before
                ? new(before, "the run before it")
                : new(null, "There is no earlier run of this experiment.");
        }

        if (RunField.TryParse(text, out var field, out _) && field is { Root: FieldRoot.Metric, Statistic: { } statistic })
        {
            return await BestAsync(request, field, statistic, waiter, cancellationToken);
        }

        return !request.Urls.TryParse(text.TrimStart('#'), out var id) || request.Source.Catalog.Snapshot.Find(id) is not { } run
            ? new(null, $"There is no run {ValueText.Visible(text)}, and it is no statistic of a metric such as min(loss).")
            : id == request.Id ? new(null, "It is this run.")
            : new(run, "as chosen");
    }

    /// <summary>What one may ask for of a run with these metrics.</summary>
    public static IReadOnlyList<string> Suggestions(IEnumerable<Metric> metrics) =>
    [
        .. metrics.Select(metric => RunField.Metric(
            metric.Name, MetricGoal.IsHigherBetter(metric.Name) ? MetricStatistic.Max : MetricStatistic.Min).ToString()).Take(40),
    ];

    private static async Task<RunBaseline> BestAsync(
        RunPageRequest request, RunField field, MetricStatistic statistic, CatalogWaiter waiter, CancellationToken cancellationToken)
    {
        var catalog = request.Source.Catalog;
        var isHighest = statistic == MetricStatistic.Max
            || (statistic != MetricStatistic.Min && MetricGoal.IsHigherBetter(field.Path[0]));
        var isKnown = await waiter.WaitAsync(catalog, Patience, () => Task.FromResult(IsKnown()), cancellationToken);
        var name = ValueText.Visible(field.ToString());
        var snapshot = catalog.Snapshot;
        var best = snapshot.Queries().Find(new()
        {
            Text = snapshot.Find(request.Id)?.Experiment is { } experiment ? $"experiment = {QuotedText.Write(experiment)}" : "",
            Sort = [new(field, isHighest)],
            Take = 1,
        }).Runs.FirstOrDefault();
        return best is null || snapshot.Value(best, field) is null
            ? new(null, isKnown ? $"No run of this experiment has {name}." : "Metrics are still being read; try again.")
            : best.Id == request.Id ? new(null, $"It is this run that has the best {name} of its experiment.")
            : new(best, $"the best by {name}{(isKnown ? "" : " of those read so far")}");

        bool IsKnown() => catalog.Snapshot.Progress([field]).All(progress => progress.IsComplete);
    }
}
