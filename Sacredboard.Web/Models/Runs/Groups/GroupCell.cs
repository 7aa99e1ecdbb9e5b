using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Grouping;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>What a group has in one column.</summary>
/// <param name="Text">The mean, or the value that all runs have.</param>
/// <param name="Spread">The standard deviation; null where there is none to speak of.</param>
/// <param name="Range">Lowest and highest value; null where all are the same.</param>
/// <param name="Full">All of it in words, for hovering and for those who listen.</param>
public sealed record GroupCell(string Text, string? Spread, string? Range, string? Full, string? Css)
{
    /// <param name="same">The value of the column in the newest run.</param>
    public static GroupCell Of(GroupValue value, RunField field, CellText same, bool isSecret)
    {
        var numbers = value.Numbers;
        if (isSecret || numbers.Count == 0)
        {
            return value.IsUniform && numbers.Others + numbers.NonFinite + numbers.Missing > 0
                ? new(same.Text, null, null, same.Full, same.Css)
                : new("differ", null, null, Left(numbers), "missing");
        }

        var format = Format(field, full: false);
        var exact = Format(field, full: true);
        var mean = format(numbers.Mean!.Value);
        if (numbers.Min == numbers.Max)
        {
            return new(mean, null, null, Words(exact(numbers.Mean.Value), numbers), null);
        }

        return new(
            mean,
            numbers.Std is { } std ? format(std) : null,
            $"{format(numbers.Min!.Value)} … {format(numbers.Max!.Value)}",
            Words($"mean {exact(numbers.Mean.Value)}, standard deviation {exact(numbers.Std ?? 0)}, from {exact(numbers.Min.Value)} to {exact(numbers.Max.Value)}", numbers),
            null);
    }

    private static Func<double, string> Format(RunField field, bool full) =>
        field == RunField.Own("duration") ? seconds => DurationText.Of(Span(seconds))
        : full ? NumberText.Full
        : NumberText.Short;

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, -9e11, 9e11));

    private static string Words(string statistics, NumberSummary numbers)
    {
        var left = Left(numbers);
        return $"{statistics}; of {numbers.Count}{(left is null ? "" : $", {left}")}";
    }

    // What is not in the statistics.
    private static string? Left(NumberSummary numbers)
    {
        var parts = new[]
        {
            (numbers.Missing, "without a value"), (numbers.NonFinite, "NaN or infinite"), (numbers.Others, "no number"),
        };
        var left = parts.Where(part => part.Item1 > 0).Select(part => $"{NumberText.Count(part.Item1)} {part.Item2}").ToList();
        return left.Count == 0 ? null : string.Join(", ", left);
    }
}
