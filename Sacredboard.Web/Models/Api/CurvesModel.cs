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

    [Description("Groups of runs, if these were asked for, metric by metric; then there are no single curves.")]
    public required IReadOnlyList<GroupCurveModel> Groups { get; init; }

    [Description("What was asked for and is not there: the run, or this metric of it.")]
    public required IReadOnlyList<MissingCurveModel> NotFound { get; init; }

    [Description("How many more runs were asked for or match: only the first 500 are given.")]
    public required int Left { get; init; }

    [Description(SourceStateName.Description)]
    public required string State { get; init; }

    [Description("How far the statistics of metrics are computed that q and sort depend on, as for runs.")]
    public required IReadOnlyList<StatisticsProgressModel> Summaries { get; init; }
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

[Description("The curves of the runs of a group as one, computed from all of their points.")]
public sealed record GroupCurveModel
{
    [Description("Names the group: the id of its oldest run.")]
    public required string Key { get; init; }

    [Description("What its runs have in common, in words.")]
    public required string Name { get; init; }

    [Description("The same: values by the names of fields.")]
    public required StoredValue Values { get; init; }

    [Description("The ids of the runs of the group that have the metric.")]
    public required IReadOnlyList<string> Runs { get; init; }

    [Description("The name of the metric.")]
    public required string Metric { get; init; }

    [Description("The colour of the group, 1 to 10.")]
    public required int Colour { get; init; }

    [Description("solid, dashed, dotted or dash-dot.")]
    public required string Dash { get; init; }

    [Description("As for a single curve; ascending.")]
    public required double[] X { get; init; }

    [Description("The mean or median at each x.")]
    public required double[] Mid { get; init; }

    [Description("The lower edge of the band; empty without one.")]
    public required double[] Low { get; init; }

    [Description("The upper edge of the band.")]
    public required double[] High { get; init; }

    [Description("How many runs count at each x.")]
    public required int[] N { get; init; }

    [Description("True if points are left out: those of each pixel column that tell where the line and its band begin, end, and reach.")]
    public required bool Reduced { get; init; }
}

[Description("A metric of a run that is not there.")]
public sealed record MissingCurveModel
{
    [Description("The run as it was asked for.")]
    public required string Run { get; init; }

    [Description("The name of the metric.")]
    public required string Metric { get; init; }
}
