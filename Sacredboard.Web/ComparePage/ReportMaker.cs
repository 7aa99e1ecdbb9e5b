using Microsoft.Extensions.Primitives;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes a report of a comparison: its charts, its table and its tests at one moment.</summary>
internal sealed class ReportMaker(CompareReader reader, DateTimeOffset now)
{
    /// <summary>The first charts of the page; a report with all of many would be too large to send.</summary>
    private const int MaxCharts = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Null when there are no runs.</summary>
    /// <param name="source">The source of the page.</param>
    /// <param name="urls">Its addresses.</param>
    /// <param name="state">The comparison.</param>
    /// <param name="origin">Scheme and host of the dashboard, for the link back.</param>
    /// <param name="style">Each chart has its style, as a file of its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CompareReport?> MakeAsync(
        Source source, SourceUrls urls, CompareState state, string origin, bool style, CancellationToken cancellationToken)
    {
        var (request, page) = await ReadAsync(CompareTab.Metrics);
        if (page.Content is not CompareCharts charts)
        {
            return null;
        }

        var filter = state.Page.Charts.Filter;
        var names = charts.Charts.Where(chart => chart.Metric.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        var drawn = new List<ReportChart>();
        foreach (var chart in names.Take(MaxCharts))
        {
            drawn.Add(new(chart.Name, await DrawAsync(request, chart, style, cancellationToken)));
        }

        var tests = page.GroupedBy is null ? null : (await ReadAsync(CompareTab.Significance)).Page.Content as CompareSignificance;
        return new()
        {
            Page = (await ReadAsync(CompareTab.Table)).Page,
            Charts = drawn,
            LeftCharts = names.Count - drawn.Count,
            Tests = tests,
            IsLoaded = request.IsLoaded,
            At = now,
            Address = origin + CompareUrl.Write(urls.Compare, state),
        };

        Task<(CompareRequest Request, ComparePageViewModel Page)> ReadAsync(CompareTab tab) =>
            reader.ReadAsync(source, urls, state with { Tab = tab }, Patience, cancellationToken);
    }

    private static async Task<string> DrawAsync(CompareRequest request, CompareChart chart, bool style, CancellationToken cancellationToken)
    {
        var settings = request.State.Page.Charts;
        var parameters = ChartParameters.Pairs(settings).Concat(request.State.Look.Pairs())
            .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => new StringValues([.. group.Select(pair => pair.Value)]));
        parameters["metric"] = chart.Metric;
        parameters["columns"] = ChartSvg.Columns.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The settings of a page are read less strictly.
        var curves = CurvesRequest.Read(new QueryCollection(parameters)).Request ?? CurvesRequest.Read(new QueryCollection(
            parameters.Where(pair => pair.Key is "metric" or "columns").ToDictionary())).Request!;
        var read = await CurvesReading.ReadAsync(curves, request.Chosen, request.Resolved.State.Grouping, request.Names, cancellationToken);
        var drawn = await read.DrawAsync(SourceStateName.Of(request.Source, request.Resolved), cancellationToken);
        return new ChartSvg(drawn, settings, request.State.Hidden).Write(chart.Name, style);
    }
}
