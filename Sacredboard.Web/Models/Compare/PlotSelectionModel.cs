using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The runs that were chosen in a plot, for scripts.</summary>
/// <param name="Query">A query that finds them; null where there is none.</param>
/// <param name="Count">Number of them.</param>
/// <param name="TableUrl">The table of these runs with the fields of the plot as columns; null without a query.</param>
/// <param name="PlotUrl">The same plot of these runs alone; null without a query.</param>
public sealed record PlotSelectionModel(string? Query, int Count, string? TableUrl, string? PlotUrl)
{
    public static PlotSelectionModel Of(PlotSelection chosen, CompareState state, SourceUrls urls)
    {
        // Ids say which runs, so that statuses no longer do.
        var runs = state.Ids.Count > 0 ? new TableState() : state.Runs;
        if (chosen.Text is not { } query)
        {
            return new(null, chosen.Count, null, null);
        }

        runs = runs with { Text = query };
        var plot = state with { Ids = [], All = false, Runs = runs };
        return new(query, chosen.Count, ComparePlot.TableOf(runs, state, urls), CompareUrl.Write(urls.Compare, plot));
    }
}
