namespace Sacredboard.Data.Metrics;

/// <summary>Why a point of a metric cannot be drawn.</summary>
public enum MetricMarkKind : byte
{
    NaN,
    PlusInfinity,
    MinusInfinity,

    /// <summary>The value is not a number: text, bool, null, a list, an object.</summary>
    NotANumber,

    /// <summary>The x is not known: the step or time is missing, not a number, or not finite.</summary>
    NoX,

    /// <summary>The value is 0 or below, and the y axis is logarithmic.</summary>
    NotPositive,

    /// <summary>The x is 0 or below, and the x axis is logarithmic.</summary>
    NotPositiveX,
}

/// <summary>Points of one kind that cannot be drawn.</summary>
/// <param name="X">x of the first point; NaN for <see cref="MetricMarkKind.NoX"/> and <see cref="MetricMarkKind.NotPositiveX"/>.</param>
/// <param name="To">x of the last point; equal to <paramref name="X"/> for a single point.</param>
/// <param name="Kind">Why they cannot be drawn.</param>
/// <param name="Count">Number of points from X to To.</param>
public sealed record MetricMark(double X, double To, MetricMarkKind Kind, int Count);
