using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>The middle and the band of the values at one x after the other.</summary>
internal sealed class AggregateSummary(AggregateOptions options)
{
    private readonly bool _needsOrder = options.Mid == AggregateMid.Median || options.Band == AggregateBand.Quartiles;
    private readonly bool _needsMean =
        options.Mid == AggregateMid.Mean || options.Band is not (AggregateBand.None or AggregateBand.Range or AggregateBand.Quartiles);

    private SortedWindow? _sorted;

    public AggregatePoint Of(AggregateWalk walk)
    {
        var values = walk.Values;
        if (_needsOrder)
        {
            Sort(walk);
        }

        var mean = _needsMean ? Moments.Mean(values) : 0;
        var mid = options.Mid == AggregateMid.Mean ? mean : _sorted!.Median;
        var (low, high) = options.Band switch
        {
            AggregateBand.None => (mid, mid),
            AggregateBand.Range => (Bounds.Min(values), Bounds.Max(values)),
            AggregateBand.Quartiles => (_sorted!.Quantile(0.25), _sorted.Quantile(0.75)),
            _ when values.Length == 1 => (mid, mid),
            _ => Around(mean, Moments.Deviation(values, mean) * Factor(values.Length)),
        };
        return new(walk.X, mid, low, high, values.Length);
    }

    private static (double Low, double High) Around(double mean, double width) => (mean - width, mean + width);

    private double Factor(int count) => options.Band switch
    {
        AggregateBand.StandardDeviation => 1,
        AggregateBand.StandardError => 1 / Math.Sqrt(count),
        _ => StudentT.Of(count - 1) / Math.Sqrt(count),
    };

    // Few changes are made one by one; for many it is quicker to sort anew.
    private void Sort(AggregateWalk walk)
    {
        _sorted ??= new(walk.Capacity);
        if (walk.Changes.Count * 16 > walk.Count)
        {
            _sorted.Fill(walk.Values);
            return;
        }

        foreach (var change in walk.Changes)
        {
            switch (change)
            {
                case (null, { } added):
                    _sorted.Add(added);
                    break;
                case ({ } removed, null):
                    _sorted.Remove(removed);
                    break;
                case ({ } old, { } value):
                    _sorted.Replace(old, value);
                    break;
            }
        }
    }
}
