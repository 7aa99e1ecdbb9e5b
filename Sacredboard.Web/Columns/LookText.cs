using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Columns;

/// <summary>The format of a column in words.</summary>
public static class LookText
{
    public static string Describe(this NumberStyle style) => style.Kind switch
    {
        NumberStyleKind.Significant => $"{style.Digits} digits",
        NumberStyleKind.Fixed => $"{style.Digits} decimals",
        NumberStyleKind.Scientific => "scientific",
        _ => "percent",
    };

    public static string? Describe(this ColumnLook look) => look switch
    {
        ColumnLook.Bar => "bars",
        ColumnLook.BarFromZero => "bars from zero",
        ColumnLook.BarFromLeast => "bars from the least",
        ColumnLook.Scale => "colours",
        _ => null,
    };
}
