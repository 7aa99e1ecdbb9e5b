using System.ComponentModel;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Models.Api;

[Description("Several metrics of one run for one chart.")]
public sealed record RunCurvesModel
{
    [Description("Left edge of the window of all of them; null without points.")]
    public required double? From { get; init; }

    [Description("Right edge of the window.")]
    public required double? To { get; init; }

    [Description("Lower edge of the y axis that shows all of them; null without points.")]
    public required double? Low { get; init; }

    [Description("Upper edge of the y axis.")]
    public required double? High { get; init; }

    [Description("The metrics in the order asked for.")]
    public required IReadOnlyList<SeriesModel> Series { get; init; }

    [Description("The names that were asked for and are not there.")]
    public required IReadOnlyList<string> NotFound { get; init; }

    /// <param name="series">At least one.</param>
    /// <param name="window">What all of them were drawn in.</param>
    /// <param name="missing">Names without a metric.</param>
    public static RunCurvesModel Of(IReadOnlyList<SeriesModel> series, MetricWindow window, IReadOnlyList<string> missing) => new()
    {
        From = window.From,
        To = window.To,
        Low = window.Low ?? series[0].Low,
        High = window.High ?? series[0].High,
        Series = series,
        NotFound = missing,
    };
}
