using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>The lowest and highest finite number of a column in the whole result, for bars and colours.</summary>
public sealed record ColumnRange(double Min, double Max)
{
    /// <summary>Number of bar lengths and of colours besides the first; the style sheet has a class for each.</summary>
    public const int Steps = 20;

    /// <summary>Null when there is no number.</summary>
    public static ColumnRange? Of(NumberTotal numbers) => numbers is { Min: { } min, Max: { } max } ? new(min, max) : null;

    /// <summary>A bar begins at zero, or at the lowest number where there are numbers on both sides of zero.</summary>
    public int? BarStep(SacredValue? value) => Number(value) is not { } number ? null
        : Min >= 0 ? Step(number / Max)
        : Max <= 0 ? Step(number / Min)
        : ScaleStep(value);

    /// <summary>0 for the lowest number, <see cref="Steps"/> for the highest; null where the value is not a finite number.</summary>
    public int? ScaleStep(SacredValue? value) => Number(value) is not { } number ? null
        // Halves, because the difference of two very large numbers can overflow.
        : Step(((number / 2) - (Min / 2)) / ((Max / 2) - (Min / 2)));

    public override string ToString() => $"{NumberText.Short(Min)} to {NumberText.Short(Max)}";

    private static double? Number(SacredValue? value) => value switch
    {
        SacredInteger number => (double)number.Value,
        SacredDouble number => number.Value,
        SacredTyped { Value: SacredInteger or SacredDouble } typed => Number(typed.Value),
        _ => null,
    } is { } found && double.IsFinite(found) ? found : null;

    // NaN where all numbers are equal (0 / 0). A value that is newer than the range may lie outside of it.
    private static int Step(double part) => double.IsNaN(part) ? 0 : (int)Math.Round(Math.Clamp(part, 0, 1) * Steps);
}
