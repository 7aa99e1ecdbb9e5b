using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>Between which finite numbers a column lies in the whole result, for bars and colours.</summary>
public sealed record ColumnRange(double Min, double Max)
{
    /// <summary>So many lengths of a bar, and colours, there are besides the first; the style sheet has a class for each.</summary>
    public const int Steps = 20;

    /// <summary>Null when there is no number.</summary>
    public static ColumnRange? Of(NumberSummary summary) => summary is { Min: { } min, Max: { } max } ? new(min, max) : null;

    /// <summary>A bar begins at zero, unless there are numbers on both sides of it: then at the least one.</summary>
    public int? BarStep(SacredValue? value) => Number(value) is not { } number ? null
        : Min >= 0 ? Step(number / Max)
        : Max <= 0 ? Step(number / Min)
        : ScaleStep(value);

    /// <summary>0 for the least, <see cref="Steps"/> for the greatest; null for what is no finite number.</summary>
    public int? ScaleStep(SacredValue? value) => Number(value) is not { } number ? null
        // Halves, so that the distance of two very large numbers is none too large.
        : Step(((number / 2) - (Min / 2)) / ((Max / 2) - (Min / 2)));

    public override string ToString() => $"{NumberText.Short(Min)} to {NumberText.Short(Max)}";

    private static double? Number(SacredValue? value) => value switch
    {
        SacredInteger number => (double)number.Value,
        SacredDouble number => number.Value,
        SacredTyped { Value: SacredInteger or SacredDouble } typed => Number(typed.Value),
        _ => null,
    } is { } found && double.IsFinite(found) ? found : null;

    // All numbers equal: neither long nor short, and 0 of 0 is nothing. What came since the range was taken may lie outside.
    private static int Step(double part) => double.IsNaN(part) ? 0 : (int)Math.Round(Math.Clamp(part, 0, 1) * Steps);
}
