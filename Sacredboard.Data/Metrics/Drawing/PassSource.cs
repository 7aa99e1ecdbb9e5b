namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Points of a series with what a line of them needs.</summary>
/// <param name="Series">The points.</param>
/// <param name="X">x of each point, NaN where it is not known.</param>
/// <param name="Along">What the line goes along: <paramref name="X"/>, or the steps.</param>
/// <param name="Overwritten">True for the points to leave out; null for none.</param>
internal sealed record PassSource(MetricSeries Series, double[] X, double[] Along, bool[]? Overwritten)
{
    /// <summary>The line of a part of the points.</summary>
    /// <param name="start">The first point.</param>
    /// <param name="end">The point after the last one.</param>
    public MetricPass Pass(int start, int end)
    {
        var isAlong = !ReferenceEquals(X, Along);
        if (start == 0 && end == X.Length && !isAlong && Overwritten is null && Series.NotNumbers.Length == 0
            && NumberScan.AllFinite(X) && NumberScan.AllFinite(Series.Values) && NumberScan.IsAscending(X))
        {
            return new MetricPass(X, Series.Values, new PassMarks(), null);
        }

        var order = XOrder.Of(Along, start, end, Overwritten);
        var kept = Overwritten?.AsSpan(start, end - start).Count(false) ?? end - start;
        var line = new PassBuilder(order.Length, isAlong) { WithoutX = kept - order.Length };
        foreach (var i in order)
        {
            if (!double.IsFinite(X[i]))
            {
                line.WithoutX++;
            }
            else if (double.IsFinite(Series.Values[i]))
            {
                line.Add(X[i], Series.Values[i], Along[i]);
            }
            else
            {
                line.Mark(X[i], KindOf(i));
            }
        }

        return line.Build();
    }

    private MetricMarkKind KindOf(int i) => Series.Values[i] switch
    {
        double.PositiveInfinity => MetricMarkKind.PlusInfinity,
        double.NegativeInfinity => MetricMarkKind.MinusInfinity,
        _ => Array.BinarySearch(Series.NotNumbers, i) >= 0 ? MetricMarkKind.NotANumber : MetricMarkKind.NaN,
    };
}
