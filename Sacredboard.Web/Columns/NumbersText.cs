using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>The numbers of several runs in a cell.</summary>
/// <param name="Text">The mean.</param>
/// <param name="Spread">The standard deviation; null where all values are equal.</param>
/// <param name="Range">Lowest and highest value; null where all are equal.</param>
/// <param name="Full">All numbers in words, for the tooltip and for screen readers.</param>
/// <param name="Css">The CSS class of a value that is not a number.</param>
public sealed record NumbersText(string Text, string? Spread, string? Range, string? Full, string? Css)
{
    /// <summary>What is odd about them; null for nothing.</summary>
    public string? Mark { get; init; }

    /// <summary>Null without a finite number.</summary>
    public static NumbersText? Of(NumberTotal numbers, RunColumn column)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        var isDuration = column.Field.OwnField is { Kind: OwnKind.Duration };
        var style = column.Spec.Numbers;
        Func<double, string> format = isDuration ? Duration : style is null ? NumberText.Short : number =>
            StyledNumber.Format(number, style);
        Func<double, string> exact = isDuration ? Duration : NumberText.Full;
        var (mean, min, max) = (numbers.Mean!.Value, numbers.Min!.Value, numbers.Max!.Value);
        if (min == max)
        {
            return new(format(mean), null, null, Words(exact(mean), numbers), null);
        }

        var std = numbers.Std!.Value;
        var (text, spread) = isDuration || style is not null ? (format(mean), format(std)) : SpreadText.Of(mean, std);
        var words = $"mean {exact(mean)}, standard deviation {exact(std)}, from {exact(min)} to {exact(max)}";
        return new(text, spread, $"{format(min)} … {format(max)}", Words(words, numbers), null);
    }

    /// <summary>The runs that the statistics leave out: "2 without a value, 1 NaN or infinite"; null for none.</summary>
    public static string? LeftOut(NumberTotal numbers)
    {
        var parts = new[] { (numbers.Missing, "without a value"), (numbers.NonFinite, "NaN or infinite"), (numbers.Others, "no number") };
        var left = parts.Where(part => part.Item1 > 0).Select(part => $"{NumberText.Count(part.Item1)} {part.Item2}").ToList();
        return left.Count == 0 ? null : string.Join(", ", left);
    }

    private static string Duration(double seconds) => DurationText.Of(TimeSpan.FromSeconds(seconds));

    private static string Words(string statistics, NumberTotal numbers)
    {
        var runs = numbers.Count == 1 ? "1 run" : $"{NumberText.Count(numbers.Count)} runs";
        return LeftOut(numbers) is { } left ? $"{statistics}; of {runs}, besides {left}" : $"{statistics}; of {runs}";
    }
}
