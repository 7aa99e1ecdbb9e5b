using Sacredboard.Data.Catalog;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.TablePage;

/// <summary>Reads the content of expanded rows. A part that cannot be read becomes a message, and the rest is shown.</summary>
public static class RowDetails
{
    private const int MaxCurves = 8;
    private const int MaxOutputRows = 12;

    /// <summary>Null if there is no such run.</summary>
    public static async Task<RowDetailViewModel?> ReadAsync(
        Source source, SourceUrls urls, RunUrls pages, RunId id, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var output = TryAsync(OutputReader.ReadAsync(source.Runs, id, cancellationToken), problems);
        var listing = TryAsync(source.Runs.ListMetricsAsync(id, cancellationToken), problems);
        if (await source.Runs.FindAsync(id, new(RunTrees.Config | RunTrees.Host), cancellationToken) is not { } run)
        {
            return null;
        }

        var list = await listing ?? [];
        var curves = new List<Sparkline>();
        foreach (var metric in list.OrderBy(metric => metric.Name, NaturalOrder.Comparer).Take(MaxCurves))
        {
            var points = await TryAsync(source.Runs.FindMetricAsync(id, metric.Name, cancellationToken), problems);
            curves.Add(Sparkline.Of(metric, points));
        }

        var text = await output ?? OutputEnd.Empty;
        return new()
        {
            Segment = urls.Segment(id),
            Url = pages.Run(id),
            MetricsUrl = pages.Run(id, "metrics"),
            OutputUrl = pages.Run(id, "output"),
            Config = new("config", run.Config, urls.RunData(id) + "?decoded=true") { Origin = new(urls.Segment(id), FieldRoot.Config) },
            Facts = RowDetailFacts.Of(run),
            Output = text.Last(MaxOutputRows),
            OutputLength = text.Length,
            Result = run.Result is { } result and not SacredNull ? result : null,
            Failure = run.Summary.Failure,
            Comment = run.Summary.Comment,
            Notes = run.Summary.Notes,
            Curves = curves,
            MetricCount = list.Count,
            Problems = [.. run.Problems, .. problems],
        };
    }

    /// <summary>The content of the expanded rows of a table, by segment; runs that do not exist any more are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, RowDetailViewModel>> ReadAsync(
        Source source, SourceUrls urls, TableState table, CancellationToken cancellationToken)
    {
        var pages = new RunUrls(urls, table);
        var details = new Dictionary<string, RowDetailViewModel>();
        foreach (var segment in table.Open)
        {
            try
            {
                if (urls.TryParse(segment, out var id) && await ReadAsync(source, urls, pages, id, cancellationToken) is { } detail)
                {
                    details[segment] = detail;
                }
            }
            catch (RunStoreException)
            {
                // The table comes from memory and already says that the storage cannot be reached.
            }
        }

        return details;
    }

    // Skips what is stored wrongly; a storage that cannot be reached fails the whole request.
    private static async Task<T?> TryAsync<T>(Task<T> reading, List<string> problems)
    {
        try
        {
            return await reading;
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            problems.Add(exception.Message);
            return default;
        }
    }
}
