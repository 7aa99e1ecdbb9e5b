using System.ComponentModel;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Web.Models.Api;

[Description("The statistics of a column over the runs of a group. Durations are in seconds.")]
public sealed record GroupNumbersModel
{
    [Description("Runs with a finite number, which mean, std, min and max are computed of.")]
    public required int Count { get; init; }

    [Description("Null without numbers, and if they are secret.")]
    public required double? Mean { get; init; }

    [Description("The sample standard deviation, divided by n - 1; null for fewer than two.")]
    public required double? Std { get; init; }

    [Description("The smallest.")]
    public required double? Min { get; init; }

    [Description("The largest.")]
    public required double? Max { get; init; }

    [Description("Runs in which the value is NaN or infinite.")]
    public required int NonFinite { get; init; }

    [Description("Runs without a value, or with null.")]
    public required int Missing { get; init; }

    [Description("Runs with a value that is not a number.")]
    public required int Others { get; init; }

    public static GroupNumbersModel Of(NumberTotal numbers) => new()
    {
        Count = numbers.Count,
        Mean = numbers.Mean,
        Std = numbers.Std,
        Min = numbers.Min,
        Max = numbers.Max,
        NonFinite = numbers.NonFinite,
        Missing = numbers.Missing,
        Others = numbers.Others,
    };
}
