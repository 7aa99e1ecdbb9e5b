namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>The points of one curve.</summary>
/// <param name="X">Finite and ascending. Of several points at one x the last one counts.</param>
/// <param name="Y">Finite, one for each x.</param>
public readonly record struct CurvePoints(ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y);
