namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>A way to smooth a curve, see <see cref="Smoother"/>.</summary>
public enum SmoothingKind
{
    /// <summary>Exponential moving average over points, de-biased at the start, as TensorBoard draws it.</summary>
    Exponential,

    /// <summary>Exponential moving average whose weights fall with the distance on the x axis, as Weights &amp; Biases draws it.</summary>
    TimeWeighted,

    /// <summary>Average weighted by a Gaussian over the neighbours on both sides.</summary>
    Gaussian,

    /// <summary>Average of a window of points around each.</summary>
    Mean,

    /// <summary>Median of a window of points around each.</summary>
    Median,
}
