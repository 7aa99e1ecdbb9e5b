using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>The statistics of one metric document as <see cref="MetricStatisticsStages"/> computes them.</summary>
internal readonly record struct MetricPart
{
    public required RunId Run { get; init; }

    /// <summary>The document has a run id, and its name is the requested text, not a list that contains it.</summary>
    public required bool IsNamed { get; init; }

    public MetricStatistics Statistics => new()
    {
        Count = Count,
        Finite = Finite,
        Mean = Mean,
        First = First.Value,
        Last = Last.Value,
        FirstFinite = FirstFinite.Value,
        LastFinite = LastFinite.Value,
        Min = Min.Value,
        MinStep = Min.Step,
        Max = Max.Value,
        MaxStep = Max.Step,
        At = At.Value,
    };

    private int Count { get; init; }

    private int Finite { get; init; }

    private double? Mean { get; init; }

    private Point First { get; init; }

    private Point Last { get; init; }

    private Point FirstFinite { get; init; }

    private Point LastFinite { get; init; }

    private Point Min { get; init; }

    private Point Max { get; init; }

    private Point At { get; init; }

    public static MetricPart Read(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name)
    {
        var (run, isNamed) = ((RunId?)null, name.IsEmpty);
        var found = default(MetricPart);
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
                    found = ReadStatistics(reader.Value);
                    break;
            }
        }

        return found with { Run = run ?? RunId.Null, IsNamed = isNamed && run is not null };
    }

    /// <summary>Merges two documents of one run and name as <see cref="MetricMerge"/> does: by the times of their points.</summary>
    public static MetricPart Merge(MetricPart a, MetricPart b) => a with
    {
        Count = a.Count + b.Count,
        Finite = a.Finite + b.Finite,
        Mean = MeanOf(a, b),
        First = Point.Earlier(a.First, b.First),
        Last = Point.Later(a.Last, b.Last),
        FirstFinite = Point.Earlier(a.FirstFinite, b.FirstFinite),
        LastFinite = Point.Later(a.LastFinite, b.LastFinite),
        Min = b.Min.Value < a.Min.Value ? b.Min : a.Min.Value < b.Min.Value ? a.Min : Point.Earlier(a.Min, b.Min),
        Max = b.Max.Value > a.Max.Value ? b.Max : a.Max.Value > b.Max.Value ? a.Max : Point.Earlier(a.Max, b.Max),
        At = Point.Later(a.At, b.At),
    };

    // The shares are of the means, because sums of values near the limit of doubles overflow.
    private static double? MeanOf(MetricPart a, MetricPart b)
    {
        double finite = a.Finite + b.Finite;
        return a.Mean is { } one && b.Mean is { } other ? (one * (a.Finite / finite)) + (other * (b.Finite / finite)) : a.Mean ?? b.Mean;
    }

    private static MetricPart ReadStatistics(ReadOnlySpan<byte> statistics)
    {
        var count = (int)(Number(statistics, "count"u8) ?? 0);
        var finite = (int)(Number(statistics, "finite"u8) ?? 0);
        return default(MetricPart) with
        {
            Count = count,
            Finite = finite,
            Mean = Number(statistics, "mean"u8),
            First = Point.Read(statistics, count > 0, "first"u8, "firstTime"u8),
            Last = Point.Read(statistics, count > 0, "last"u8, "lastTime"u8),
            FirstFinite = Point.Read(statistics, finite > 0, "firstFinite"u8, "firstFiniteTime"u8),
            LastFinite = Point.Read(statistics, finite > 0, "lastFinite"u8, "lastFiniteTime"u8),
            Min = Point.Read(statistics, finite > 0, "min"u8, "minTime"u8, "minStep"u8),
            Max = Point.Read(statistics, finite > 0, "max"u8, "maxTime"u8, "maxStep"u8),
            At = Point.Read(statistics, Number(statistics, "atIndex"u8) >= 0, "at"u8, "atTime"u8),
        };
    }

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

    /// <summary>A point of the metric that a statistic comes from.</summary>
    /// <param name="Exists">There is such a point, whatever its value is.</param>
    /// <param name="Value">Null when it is not a number.</param>
    /// <param name="Step">Null when it is not a number; only of the lowest and highest values.</param>
    /// <param name="Time">In milliseconds since 1970; NaN where none is stored.</param>
    private readonly record struct Point(bool Exists, double? Value, double? Step, double Time)
    {
        public static Point Read(
            ReadOnlySpan<byte> statistics,
            bool exists,
            ReadOnlySpan<byte> value,
            ReadOnlySpan<byte> time,
            ReadOnlySpan<byte> step = default) =>
            new(
                exists,
                Number(statistics, value),
                !step.IsEmpty && Number(statistics, step) is { } found && !double.IsNaN(found) ? found : null,
                Number(statistics, time) ?? double.NaN);

        // The predecessor of a point without a time is not known here, so such a point counts as in document order.
        public static Point Earlier(Point a, Point b) => b.Exists && (!a.Exists || b.Time < a.Time) ? b : a;

        public static Point Later(Point a, Point b) => b.Exists && (!a.Exists || !(b.Time < a.Time)) ? b : a;
    }
}
