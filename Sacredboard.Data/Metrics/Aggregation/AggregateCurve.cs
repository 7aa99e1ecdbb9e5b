namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Several curves as one: columns of equal length, along x.</summary>
public sealed record AggregateCurve
{
    /// <summary>Left edge of the window; NaN when no curve has a point.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    public required double[] X { get; init; }

    public required double[] Mid { get; init; }

    /// <summary>The edges of the band; empty without a band.</summary>
    public required double[] Low { get; init; }

    public required double[] High { get; init; }

    /// <summary>The number of curves that count at each x.</summary>
    public required int[] N { get; init; }

    /// <summary>True when points of the window are left out, see <see cref="CurveAggregate.Draw"/>.</summary>
    public required bool Reduced { get; init; }

    internal static AggregateCurve Of(List<AggregatePoint> points, AggregateBand band, (double From, double To) window, bool reduced)
    {
        var hasBand = band != AggregateBand.None;
        return new()
        {
            From = window.From,
            To = window.To,
            X = [.. points.Select(point => point.X)],
            Mid = [.. points.Select(point => point.Mid)],
            Low = hasBand ? [.. points.Select(point => point.Low)] : [],
            High = hasBand ? [.. points.Select(point => point.High)] : [],
            N = [.. points.Select(point => point.N)],
            Reduced = reduced,
        };
    }
}

/// <summary>Several curves at one x. <see cref="Low"/> and <see cref="High"/> are <see cref="Mid"/> without a band.</summary>
public readonly record struct AggregatePoint(double X, double Mid, double Low, double High, int N);
