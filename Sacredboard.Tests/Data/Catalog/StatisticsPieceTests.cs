using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Catalog;

public sealed class StatisticsPieceTests
{
    private static readonly MetricKey Key = new("loss", null);

    [Fact]
    public void A_recorded_NaN_is_no_missing_value()
    {
        var piece = new StatisticsPiece();
        piece.Set(0, Key, Of(double.NaN), version: 1);
        piece.Set(1, Key, null, version: 1);

        Assert.Equal((double.NaN, null), (piece.Statistic(MetricStatistic.Last, 0), piece.Statistic(MetricStatistic.LastFinite, 0)));
        Assert.Null(piece.Statistic(MetricStatistic.Last, 1));
        Assert.True(piece.Has(0, Key, Of(double.NaN)));
        Assert.False(piece.Has(0, Key, null));
        piece.Clear(0);
        Assert.Null(piece.Statistic(MetricStatistic.Last, 0));
    }

    [Fact]
    public void First_and_last_finite_values_take_memory_only_where_they_differ()
    {
        var piece = new StatisticsPiece();
        piece.Set(0, Key, Of(1, 2), version: 1);
        piece.Set(1, Key, Of(3, 4), version: 1);
        var before = piece.Bytes;
        piece.Set(2, Key, Of(5, 6, double.NaN), version: 1);

        // One more column for the last value and one for what is not finite, none for the first.
        Assert.Equal(before + (2 * 1024 * sizeof(double)), piece.Bytes);
        Assert.Equal([2, 4, double.NaN, null], Column(MetricStatistic.Last));
        Assert.Equal([2, 4, 6, null], Column(MetricStatistic.LastFinite));
        Assert.Equal([1, 3, 5, null], Column(MetricStatistic.FirstFinite));

        var copy = new StatisticsPiece();
        copy.Set(3, piece, 2);
        Assert.Equal((double.NaN, 6.0), (copy.Statistic(MetricStatistic.Last, 3), copy.Statistic(MetricStatistic.LastFinite, 3)));
        piece.Set(2, Key, Of(7, 8), version: 2);
        Assert.Equal([2, 4, 8, null], Column(MetricStatistic.LastFinite));

        IEnumerable<double?> Column(MetricStatistic kind) => Enumerable.Range(0, 4).Select(i => piece.Statistic(kind, i));
    }

    private static MetricStatistics Of(params double[] values) =>
        MetricStatistics.Of([.. values.Select((_, i) => (double)i)], values, [], null);
}
