using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Plotting;

/// <summary>The order of categories on an axis: truth values, numbers, dates, texts, lists and objects, null.</summary>
internal sealed class PlotOrder : IComparer<SacredValue>
{
    public static readonly PlotOrder Comparer = new();

    public int Compare(SacredValue? x, SacredValue? y)
    {
        var ((xClass, xNumber, xText), (yClass, yNumber, yText)) = (Key(x), Key(y));
        return xClass != yClass ? xClass - yClass
            : xNumber.CompareTo(yNumber) is not 0 and var numbers ? numbers
            : string.Compare(xText, yText, StringComparison.OrdinalIgnoreCase) is not 0 and var texts ? texts
            : string.CompareOrdinal(xText, yText);
    }

    private static (int Class, double Number, string Text) Key(SacredValue? value) => value switch
    {
        SacredBoolean boolean => (0, boolean.Value ? 1 : 0, ""),
        SacredInteger number => (1, (double)number.Value, ""),
        SacredDouble number => (1, number.Value, ""),
        SacredDate date => (2, date.Value.Ticks, ""),
        SacredText text => (3, 0, text.Value),
        SacredTyped { Value: { } inner and not (SacredList or SacredObject) } => Key(inner),
        null or SacredNull => (5, 0, ""),
        _ => (4, 0, CanonicalText.Of(value, null)),
    };
}
