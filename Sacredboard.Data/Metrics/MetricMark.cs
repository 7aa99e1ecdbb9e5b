namespace Sacredboard.Data.Metrics;

/// <summary>Why a point of a metric is no point of its line.</summary>
public enum MetricMarkKind : byte
{
    NaN,
    PlusInfinity,
    MinusInfinity,

    /// <summary>The value is no number at all: text, bool, null, a list, an object.</summary>
    NotANumber,

    /// <summary>The place is not known: the step or time is missing, no number, or not finite.</summary>
    NoX,
}

/// <summary>Points of one kind that cannot be drawn.</summary>
/// <param name="X">Where the first one is; NaN for <see cref="MetricMarkKind.NoX"/>.</param>
/// <param name="To">Where the last one is; equal to <paramref name="X"/> for a single point.</param>
/// <param name="Kind">Why they cannot be drawn.</param>
/// <param name="Count">How many there are from X to To.</param>
public sealed record MetricMark(double X, double To, MetricMarkKind Kind, int Count);
