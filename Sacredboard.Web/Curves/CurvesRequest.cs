using System.Globalization;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Curves;

/// <summary>Metrics of many runs to be drawn in one chart, as parameters say it.</summary>
public sealed record CurvesRequest
{
    /// <summary>More curves than this nobody tells apart, and no browser draws at once.</summary>
    public const int MaxRuns = 500;

    public const int MaxMetrics = 20;

    private const int MaxColumns = 20_000;
    private const int UsualColumns = 1000;

    /// <summary>The names of the runs; empty for those that a query finds.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Always with columns.</summary>
    public required MetricWindow Window { get; init; }

    /// <summary>The request, or the first parameter that cannot be read.</summary>
    public static (CurvesRequest? Request, CurvesProblem? Problem) Read(IQueryCollection parameters)
    {
        IReadOnlyList<string> metrics = [.. parameters["metric"].Select(name => name ?? "").Distinct(StringComparer.Ordinal)];
        if (metrics.Count is 0 or > MaxMetrics)
        {
            return (null, new("metric", $"Name 1 to {MaxMetrics} metrics."));
        }

        var (window, problem) = ReadWindow(parameters);
        return window is null ? (null, problem) : (new()
        {
            Ids = [.. parameters["ids"].OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)],
            Metrics = metrics,
            Window = window,
        }, null);
    }

    private static (MetricWindow? Window, CurvesProblem? Problem) ReadWindow(IQueryCollection parameters)
    {
        var x = parameters["x"].LastOrDefault() ?? "step";
        if (!Enum.TryParse<MetricAxis>(x, ignoreCase: true, out var axis) || !Enum.IsDefined(axis) || !char.IsAsciiLetter(x[0]))
        {
            return (null, new("x", "It is one of step, relative and time."));
        }

        if (!TryRead(parameters["from"], out var from))
        {
            return (null, new("from", "It is a finite number."));
        }

        if (!TryRead(parameters["to"], out var to) || from > to)
        {
            return (null, new("to", "It is a finite number, not below from."));
        }

        return TryRead(parameters["columns"], out var columns) && columns is null or (>= 1 and <= MaxColumns)
            ? (new() { Axis = axis, From = from, To = to, Columns = (int)(columns ?? UsualColumns) }, null)
            : (null, new("columns", $"It is a number from 1 to {MaxColumns}."));
    }

    private static bool TryRead(Microsoft.Extensions.Primitives.StringValues values, out double? number)
    {
        number = null;
        if (values.LastOrDefault() is not { Length: > 0 } text)
        {
            return true;
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read);
        number = isNumber ? read : null;
        return isNumber;
    }
}
