using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// Smooths a curve. Made for all of its points, before they are reduced for a chart, so that a zoom does not change what is drawn. As text
/// <c>ema:0.9</c>, <c>twema:0.9</c>, <c>gauss:5</c>, <c>mean:11</c> or <c>median:11</c>.
/// </summary>
public sealed record Smoother
{
    /// <summary>The greatest standard deviation of <see cref="SmoothingKind.Gaussian"/>, in points.</summary>
    public const double MaxDeviation = 1000;

    /// <summary>The largest window of <see cref="SmoothingKind.Mean"/> and <see cref="SmoothingKind.Median"/>, in points.</summary>
    public const int MaxWindow = 10_001;

    // Sums of larger numbers could leave the range of doubles, so curves that hold them are smoothed at this scale, an exact power of 2.
    private const double Huge = 1e270;
    private const double Shrink = 1.0 / (1L << 62) / (1L << 62);

    private static readonly (SmoothingKind Kind, string Word)[] Words =
    [
        (SmoothingKind.Exponential, "ema"),
        (SmoothingKind.TimeWeighted, "twema"),
        (SmoothingKind.Gaussian, "gauss"),
        (SmoothingKind.Mean, "mean"),
        (SmoothingKind.Median, "median"),
    ];

    private Smoother(SmoothingKind kind, double parameter) => (Kind, Parameter) = (kind, parameter);

    public SmoothingKind Kind { get; }

    /// <summary>
    /// Exponential kinds: the weight of what came before, at least 0 and below 1. Gaussian: the standard deviation in points, above 0.
    /// Windows: the number of points, at least 1; of an even number one more lies before the point than behind it.
    /// </summary>
    public double Parameter { get; }

    /// <summary>Null when the parameter is not one that this kind can have.</summary>
    public static Smoother? Of(SmoothingKind kind, double parameter)
    {
        var valid = kind switch
        {
            SmoothingKind.Exponential or SmoothingKind.TimeWeighted => parameter is >= 0 and < 1,
            SmoothingKind.Gaussian => parameter is > 0 and <= MaxDeviation,
            _ => parameter is >= 1 and <= MaxWindow && double.IsInteger(parameter),
        };
        return valid ? new(kind, parameter) : null;
    }

    /// <summary>Reads what <see cref="ToString"/> writes; false for all else, numbers out of bounds included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Smoother? smoother)
    {
        smoother = null;
        return text?.Split(':') is [var word, var number]
            && Array.FindIndex(Words, known => known.Word == word) is >= 0 and var place
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parameter)
            && (smoother = Of(Words[place].Kind, parameter)) is not null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.First(known => known.Kind == Kind).Word}:{Parameter:0.#################}");

    /// <summary>
    /// How many of the last points change when points are appended: 0 where only earlier points count, a part of the window where it
    /// reaches beyond the point. Null when all points change.
    /// </summary>
    /// <param name="range">As for <see cref="Apply"/>: the same before and after the points were appended.</param>
    public int? Reach(double? range = null) => Kind switch
    {
        SmoothingKind.Exponential => 0,
        SmoothingKind.TimeWeighted => range is null ? null : 0,
        SmoothingKind.Gaussian => GaussianAverage.Radius(Parameter),
        _ => ((int)Parameter - 1) / 2,
    };

    /// <summary>Smooths all points of a curve.</summary>
    /// <param name="x">
    /// Finite and ascending. Only <see cref="SmoothingKind.TimeWeighted"/> minds distances; the others count points.
    /// </param>
    /// <param name="y">Finite, one for each x.</param>
    /// <param name="result">As long as <paramref name="y"/>, and another part of memory.</param>
    /// <param name="range">
    /// The width of the x axis that <see cref="SmoothingKind.TimeWeighted"/> measures distances by; null for that of the curve, which
    /// changes when points are appended.
    /// </param>
    public void Apply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result, double? range = null)
    {
        if (x.Length != y.Length || result.Length != y.Length)
        {
            throw new ArgumentException("A curve has one y and one result for each x.");
        }

        if (y.IsEmpty)
        {
            return;
        }

        if (Magnitude.Max(y) <= Huge)
        {
            ApplyTo(x, y, result, range);
            return;
        }

        var scaled = ArrayPool<double>.Shared.Rent(y.Length);
        for (var i = 0; i < y.Length; i++)
        {
            scaled[i] = y[i] * Shrink;
        }

        ApplyTo(x, scaled.AsSpan(0, y.Length), result, range);
        ArrayPool<double>.Shared.Return(scaled);
        foreach (ref var value in result)
        {
            value /= Shrink;
        }
    }

    private void ApplyTo(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result, double? range)
    {
        switch (Kind)
        {
            case SmoothingKind.Exponential:
                ExponentialAverage.OfPoints(y, Parameter, result);
                break;
            case SmoothingKind.TimeWeighted:
                ExponentialAverage.OfDistances(x, y, Parameter, range ?? (x[^1] - x[0]), result);
                break;
            case SmoothingKind.Gaussian:
                GaussianAverage.Of(y, Parameter, result);
                break;
            case SmoothingKind.Mean:
                RunningMean.Of(y, (int)Parameter, result);
                break;
            default:
                RunningMedian.Of(y, (int)Parameter, result);
                break;
        }
    }
}
