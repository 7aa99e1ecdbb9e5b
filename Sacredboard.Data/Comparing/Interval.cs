namespace Sacredboard.Data.Comparing;

/// <summary>A confidence interval of 95 %.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The share of intervals that hold the true value.</summary>
    public const double Confidence = 0.95;

    public bool Contains(double value) => Low <= value && value <= High;
}
