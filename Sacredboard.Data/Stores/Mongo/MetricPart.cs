using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The statistics of one metric document as <see cref="MetricStatisticsStages"/> computes them, with the times of the points they
/// come from.
/// </summary>
/// <param name="IsNamed">The document has a run id, and its name is the requested text, not a list that contains it.</param>
internal readonly record struct MetricPart(RunId Run, bool IsNamed, MetricStatistics Statistics, MetricPart.PointTimes Times)
{
    public static MetricPart Read(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name)
    {
        var (run, isNamed) = ((RunId?)null, name.IsEmpty);
        var (found, times) = (new MetricStatistics { Count = 0, Finite = 0 }, default(PointTimes));
        var reader = new BsonSpanReader(document);
        while (reader.Read())
        {
            switch (reader.Name)
            {
                case [(byte)'r', ..]:
                    run = MongoRunId.Read(reader);
                    break;
                case [(byte)'n', ..]:
                    // A name that is missing or not text counts as the empty name.
                    isNamed = reader.Type == BsonType.String ? reader.Text.SequenceEqual(name) : isNamed;
                    break;
                default:
                    (found, times) = ReadStatistics(reader.Value);
                    break;
            }
        }

        return new(run ?? RunId.Null, isNamed && run is not null, found, times);
    }

    /// <summary>Merges two documents of one run and name as <see cref="MetricMerge"/> does: by the times of their points.</summary>
    public static MetricPart Merge(MetricPart a, MetricPart b)
    {
        var (x, y, s, t) = (a.Statistics, b.Statistics, a.Times, b.Times);
        var first = IsFirst(x.Count > 0, s.First, y.Count > 0, t.First);
        var last = IsLast(x.Count > 0, s.Last, y.Count > 0, t.Last);
        var firstFinite = IsFirst(x.Finite > 0, s.FirstFinite, y.Finite > 0, t.FirstFinite);
        var lastFinite = IsLast(x.Finite > 0, s.LastFinite, y.Finite > 0, t.LastFinite);
        var min = x.Min is null || y.Min < x.Min || (y.Min == x.Min && IsBefore(t.Min, s.Min));
        var max = x.Max is null || y.Max > x.Max || (y.Max == x.Max && IsBefore(t.Max, s.Max));
        var at = IsLast(s.HasAt, s.At, t.HasAt, t.At);
        var finite = x.Finite + y.Finite;
        return a with
        {
            Statistics = new()
            {
                Count = x.Count + y.Count,
                Finite = finite,
                First = first ? y.First : x.First,
                Last = last ? y.Last : x.Last,
                FirstFinite = firstFinite ? y.FirstFinite : x.FirstFinite,
                LastFinite = lastFinite ? y.LastFinite : x.LastFinite,
                Min = min ? y.Min : x.Min,
                MinStep = min ? y.MinStep : x.MinStep,
                Max = max ? y.Max : x.Max,
                MaxStep = max ? y.MaxStep : x.MaxStep,
                Mean = x.Mean is { } one && y.Mean is { } other
                    ? (one * ((double)x.Finite / finite)) + (other * ((double)y.Finite / finite))
                    : x.Mean ?? y.Mean,
                At = at ? y.At : x.At,
            },
            Times = new()
            {
                First = first ? t.First : s.First,
                Last = last ? t.Last : s.Last,
                FirstFinite = firstFinite ? t.FirstFinite : s.FirstFinite,
                LastFinite = lastFinite ? t.LastFinite : s.LastFinite,
                Min = min ? t.Min : s.Min,
                Max = max ? t.Max : s.Max,
                At = at ? t.At : s.At,
                HasAt = s.HasAt || t.HasAt,
            },
        };
    }

    // True when a point of the second document comes first, or is the only one.
    private static bool IsFirst(bool has, double time, bool otherHas, double otherTime) => otherHas && (!has || IsBefore(otherTime, time));

    private static bool IsLast(bool has, double time, bool otherHas, double otherTime) => otherHas && (!has || !IsBefore(otherTime, time));

    // The predecessor of a point without a time is not known here, so such a point counts as in document order.
    private static bool IsBefore(double a, double b) => a < b;

    private static (MetricStatistics Statistics, PointTimes Times) ReadStatistics(ReadOnlySpan<byte> statistics)
    {
        var found = new MetricStatistics
        {
            Count = (int)(Number(statistics, "count"u8) ?? 0),
            Finite = (int)(Number(statistics, "finite"u8) ?? 0),
            First = Number(statistics, "first"u8),
            Last = Number(statistics, "last"u8),
            FirstFinite = Number(statistics, "firstFinite"u8),
            LastFinite = Number(statistics, "lastFinite"u8),
            Min = Number(statistics, "min"u8),
            Max = Number(statistics, "max"u8),
            Mean = Number(statistics, "mean"u8),
            MinStep = Number(statistics, "minStep"u8) is { } minStep && !double.IsNaN(minStep) ? minStep : null,
            MaxStep = Number(statistics, "maxStep"u8) is { } maxStep && !double.IsNaN(maxStep) ? maxStep : null,
            At = Number(statistics, "at"u8),
        };
        return (found, new()
        {
            First = Time(statistics, "firstTime"u8),
            Last = Time(statistics, "lastTime"u8),
            FirstFinite = Time(statistics, "firstFiniteTime"u8),
            LastFinite = Time(statistics, "lastFiniteTime"u8),
            Min = Time(statistics, "minTime"u8),
            Max = Time(statistics, "maxTime"u8),
            At = Time(statistics, "atTime"u8),
            HasAt = Number(statistics, "atIndex"u8) >= 0,
        });
    }

    private static double Time(ReadOnlySpan<byte> statistics, ReadOnlySpan<byte> name) => Number(statistics, name) ?? double.NaN;

    // Dates are milliseconds since 1970; missing and other values are null.
    private static double? Number(ReadOnlySpan<byte> statistics, ReadOnlySpan<byte> name) =>
        !BsonSpanReader.TryFind(statistics, name, out var found)
        ? null
        : found.Type switch
        {
            BsonType.Double => found.Double,
            BsonType.Int32 => found.Int32,
            BsonType.Int64 or BsonType.DateTime => found.Int64,
            _ => null,
        };

    /// <summary>Times of the points that the statistics come from, in milliseconds since 1970; NaN where none is stored.</summary>
    internal readonly record struct PointTimes
    {
        public double First { get; init; }

        public double Last { get; init; }

        public double FirstFinite { get; init; }

        public double LastFinite { get; init; }

        public double Min { get; init; }

        public double Max { get; init; }

        public double At { get; init; }

        /// <summary>The document has a point at the requested step, whatever its value is.</summary>
        public bool HasAt { get; init; }
    }
}
