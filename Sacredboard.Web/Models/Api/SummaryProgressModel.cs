using System.ComponentModel;
using Sacredboard.Data.Catalog.Statistics;

namespace Sacredboard.Web.Models.Api;

[Description("How many runs a statistic of a metric is computed for. Statistics are computed in the background when they are first asked for.")]
public sealed record SummaryProgressModel
{
    [Description("The field, such as min(loss); others of the same metric come with it.")]
    public required string Field { get; init; }

    [Description("Runs whose statistic is known, those without the metric included.")]
    public required int Known { get; init; }

    [Description("All runs.")]
    public required int Total { get; init; }

    [Description("How many of the known have metrics that cannot be read.")]
    public required int Unreadable { get; init; }

    [Description("Why no more come at present; null mostly.")]
    public required string? Message { get; init; }

    public static SummaryProgressModel Of(SummaryProgress progress) => new()
    {
        Field = progress.Field.ToString(),
        Known = progress.Known,
        Total = progress.Total,
        Unreadable = progress.Unreadable,
        Message = progress.Problem,
    };
}
