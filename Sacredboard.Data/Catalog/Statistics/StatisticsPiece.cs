using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>
/// The statistics of one metric for the runs of one <see cref="RunPiece"/>, as a column for each statistic. Empty columns are omitted,
/// those of the first and last finite values where they are the first and last values, and the one of points that are not finite where all
/// are. Copied before a change once a snapshot has it.
/// </summary>
internal sealed class StatisticsPiece
{
    // The bits of a NaN that no computation returns.
    private const long NoneBits = unchecked((long)0xFFFC_0000_0000_0000);

    private static readonly double None = BitConverter.Int64BitsToDouble(NoneBits);

    private static readonly MetricStatistic[] AllKinds = Enum.GetValues<MetricStatistic>();
    private static readonly MetricStatistic[] AtStep = [MetricStatistic.At];
    private static readonly MetricStatistic[] Statistics = [.. AllKinds.Except(AtStep)];

    private readonly double[]?[] _columns = new double[]?[AllKinds.Length];
    private readonly int[] _changed;

    /// <summary>Maximum size in bytes, with the data of the table for it.</summary>
    public static long MaxBytes(MetricKey key) => RunPiece.Size * ((2 * sizeof(int)) + ((long)sizeof(double) * Kept(key).Length));

    public StatisticsPiece() => _changed = new int[RunPiece.Size];

    private StatisticsPiece(StatisticsPiece other)
    {
        _changed = [.. other._changed];
        _columns = Array.ConvertAll(other._columns, statistics => statistics is null ? null : (double[])statistics.Clone());
    }

    /// <summary>Size in bytes, without omitted columns.</summary>
    public long Bytes =>
        (RunPiece.Size * sizeof(int)) + ((long)RunPiece.Size * sizeof(double) * _columns.Count(statistics => statistics is not null));

    /// <summary>Null when the run has no such statistic or it is not known yet.</summary>
    public double? Statistic(MetricStatistic kind, int index) =>
        Column(kind) is { } statistics ? (IsNone(statistics[index]) ? null : statistics[index])
        : kind == MetricStatistic.NonFinite && Statistic(MetricStatistic.Count, index) is not null ? 0
        : null;

    /// <summary>The snapshot version in which the run's statistics last changed; 0 while it is not known.</summary>
    public int ChangedIn(int index) => _changed[index];

    public StatisticsPiece Copy() => new(this);

    /// <summary>True when the run is known to have exactly these statistics.</summary>
    public bool Has(int index, MetricKey key, MetricStatistics? statistics) =>
        _changed[index] != 0 && Array.TrueForAll(Kept(key), kind => Nullable.Equals(Statistic(kind, index), statistics?[kind]));

    public void Set(int index, MetricKey key, MetricStatistics? statistics, int version)
    {
        foreach (var kind in Kept(key))
        {
            Set(kind, index, statistics?[kind]);
        }

        _changed[index] = version;
    }

    public void Clear(int index)
    {
        foreach (var statistics in _columns)
        {
            statistics?[index] = None;
        }

        _changed[index] = 0;
    }

    /// <summary>Copies one run from another piece.</summary>
    public void Set(int index, StatisticsPiece other, int otherIndex)
    {
        foreach (var kind in AllKinds)
        {
            Set(kind, index, other.Statistic(kind, otherIndex));
        }

        _changed[index] = other._changed[otherIndex];
    }

    private static MetricStatistic[] Kept(MetricKey key) => key.Step is null ? Statistics : AtStep;

    private static bool IsNone(double statistic) => BitConverter.DoubleToInt64Bits(statistic) == NoneBits;

    private double[]? Column(MetricStatistic kind) => _columns[(int)kind] ?? kind switch
    {
        MetricStatistic.FirstFinite => _columns[(int)MetricStatistic.First],
        MetricStatistic.LastFinite => _columns[(int)MetricStatistic.Last],
        _ => null,
    };

    // The first and last values must be set before the finite ones, which may share their columns, and the count before what is not finite.
    private void Set(MetricStatistic kind, int index, double? statistic)
    {
        if (_columns[(int)kind] is not { } statistics)
        {
            if (Nullable.Equals(Statistic(kind, index), statistic))
            {
                return;
            }

            statistics = new double[RunPiece.Size];
            for (var i = 0; i < statistics.Length; i++)
            {
                statistics[i] = Statistic(kind, i) ?? None;
            }

            _columns[(int)kind] = statistics;
        }

        statistics[index] = statistic switch
        {
            null => None,
            double.NaN => double.NaN,
            { } number => number,
        };
    }
}
