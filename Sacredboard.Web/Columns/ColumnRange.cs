using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>The lowest and highest finite number of a column in the whole result, for bars and colours.</summary>
public sealed record ColumnRange(double Min, double Max)
{
    /// <summary>Number of bar lengths and of colours besides the first; the style sheet has a class for each.</summary>
    public const int Steps = 20;

    private static readonly string[] Bars = [.. Enumerable.Range(0, Steps + 1).Select(step => $"bar part-{step}")];

    private static readonly string[] Scales = [.. Enumerable.Range(0, Steps + 1).Select(step => $"scale part-{step}")];

    /// <summary>Null when there is no number.</summary>
    public static ColumnRange? Of(NumberTotal numbers) => numbers is { Min: { } min, Max: { } max } ? new(min, max) : null;

    /// <summary>The CSS classes of a number; null where it is not finite and for columns without bars and colours.</summary>
    public string? Css(ColumnLook look, double? value) =>
        look == ColumnLook.Plain || value is not { } number || !double.IsFinite(number) ? null
        : look == ColumnLook.Scale ? Scales[ScaleStep(number)]
        : Bars[BarStep(look, number)];

    /// <summary>The length of the bar of a finite number, in steps.</summary>
    public int BarStep(ColumnLook look, double number) => IsFromZero(look) ? Step(number / (Max > 0 ? Max : Min)) : ScaleStep(number);

    /// <summary>0 for the lowest number, <see cref="Steps"/> for the highest.</summary>
    // Halves, because the difference of two very large numbers can overflow.
    public int ScaleStep(double number) => Step(((number / 2) - (Min / 2)) / ((Max / 2) - (Min / 2)));

    /// <summary>The range in words: "0.93 to 0.98 in these runs, bars from the least".</summary>
    public string Describe(ColumnLook look) =>
        $"{NumberText.Short(Min)} to {NumberText.Short(Max)} in these runs"
        + (look == ColumnLook.Scale ? "" : IsFromZero(look) ? ", bars from zero" : ", bars from the least");

    /// <summary>The value as a number; null where it is not a finite one.</summary>
    public static double? Number(SacredValue? value) => value switch
    {
        SacredInteger number => (double)number.Value,
        SacredDouble number => number.Value,
        SacredTyped { Value: SacredInteger or SacredDouble } typed => Number(typed.Value),
        _ => null,
    } is { } found && double.IsFinite(found) ? found : null;

    // Numbers that are close together and far from zero would all have nearly the same bar, and those on both sides of zero none.
    private bool IsFromZero(ColumnLook look) => look switch
    {
        ColumnLook.BarFromZero => true,
        ColumnLook.BarFromLeast => false,
        _ => Min == Max || (Min >= 0 && Max - Min >= Max / 2) || (Max <= 0 && Max - Min >= -Min / 2),
    };

    // NaN where all numbers are equal (0 / 0). A value that is newer than the range may lie outside of it.
    private static int Step(double part) => double.IsNaN(part) ? 0 : (int)Math.Round(Math.Clamp(part, 0, 1) * Steps);
}
