using System.Globalization;
using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Plots;

/// <summary>Reads the ranges of a plot from the parameters of an address: <c>field=lr&amp;low=0.01&amp;high=0.1</c>, repeated.</summary>
internal static class RangeParameters
{
    public const int Max = 24;

    /// <summary>Null with the problem of the first parameter that cannot be read.</summary>
    public static IReadOnlyList<PlotRange>? Read(IQueryCollection parameters, out TableProblem? problem)
    {
        var (fields, lows, highs) = (parameters["field"], parameters["low"], parameters["high"]);
        problem = fields.Count is 0 or > Max || lows.Count != fields.Count || highs.Count != fields.Count
            ? new("field", $"Name 1 to {Max} fields, and for each of them low and high.")
            : null;
        var ranges = new List<PlotRange>();
        for (var i = 0; i < fields.Count && problem is null; i++)
        {
            if (!RunField.TryParse(fields[i] ?? "", out var field, out var position))
            {
                problem = new("field", "It is not a field.") { Position = position };
            }
            else if (Number(lows, i) is not { } low || Number(highs, i) is not { } high)
            {
                problem = new(Number(lows, i) is null ? "low" : "high", "It is a number.");
            }
            else
            {
                ranges.Add(new(field!, low, high));
            }
        }

        return problem is null ? ranges : null;
    }

    private static double? Number(StringValues values, int index) =>
        double.TryParse(values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
