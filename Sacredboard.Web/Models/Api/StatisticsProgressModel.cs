using System.ComponentModel;
using Sacredboard.Data.Catalog.Statistics;

namespace Sacredboard.Web.Models.Api;

[Description("For how many runs a statistic of a metric is computed. Statistics are computed in the background when they are first "
    + "needed.")]
public sealed record StatisticsProgressModel
{
    [Description("The field, such as min(loss); other statistics of the metric are computed with it.")]
    public required string Field { get; init; }

    [Description("Runs whose statistic is known, including those without the metric.")]
    public required int Known { get; init; }

    [Description("All runs.")]
    public required int Total { get; init; }

    [Description("How many of the known runs have metrics that cannot be read.")]
    public required int Unreadable { get; init; }

    [Description("Why the computation is stopped at present; else null.")]
    public required string? Message { get; init; }

    public static StatisticsProgressModel Of(StatisticsProgress progress) => new()
    {
        Field = progress.Field.ToString(),
        Known = progress.Known,
        Total = progress.Total,
        Unreadable = progress.Unreadable,
        Message = progress.Problem,
    };
}
