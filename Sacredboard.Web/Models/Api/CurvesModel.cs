using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Sacredboard.Web.Models.Api;

[Description("Curves for one chart.")]
public sealed record CurvesModel
{
    [Description("Left edge of the window, in units of x: as asked for, or else of all points of all curves. Null without points.")]
    public required double? From { get; init; }

    [Description("Right edge of the window.")]
    public required double? To { get; init; }

    [Description("Lower edge of the y axis that shows all curves; null without points.")]
    public required double? Low { get; init; }

    [Description("Upper edge of the y axis.")]
    public required double? High { get; init; }

    [Description("The width that was asked for, in pixels. Of many curves each has fewer pixel columns, so that all together have "
        + "about 40,000 points; the lowest and the highest point of each of its columns are always there.")]
    public required int Columns { get; init; }

    [Description("Run by run, each in the order of the metrics asked for.")]
    public required IReadOnlyList<CurveModel> Curves { get; init; }

    [Description("What was asked for and is not there: the run, or this metric of it.")]
    public required IReadOnlyList<MissingCurveModel> NotFound { get; init; }

    [Description("How many more runs were asked for or match: only the first 500 are given.")]
    public required int Left { get; init; }
}

[Description("One curve: a series, its run, and how the run is drawn on all pages.")]
public sealed record CurveModel : SeriesModel
{
    [SetsRequiredMembers]
    public CurveModel(SeriesModel series)
        : base(series)
    {
        (Run, Metric, Colour, Dash) = ("", series.Name, 1, "solid");
    }

    [Description("The run as it was asked for: its id, for a run of another source with the name of the source and a colon in front.")]
    public required string Run { get; init; }

    [Description("The name of the metric.")]
    public required string Metric { get; init; }

    [Description("The colour of the run, 1 to 10.")]
    public required int Colour { get; init; }

    [Description("solid, dashed, dotted or dash-dot: tells apart runs of the same colour.")]
    public required string Dash { get; init; }
}

[Description("A metric of a run that is not there.")]
public sealed record MissingCurveModel
{
    [Description("The run as it was asked for.")]
    public required string Run { get; init; }

    [Description("The name of the metric.")]
    public required string Metric { get; init; }
}
