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
        var (found, times) = (new MetricStatistics { Count = 0, Finite = 0 }, PointTimes.None);
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
        if (x.Finite == 0 || y.Finite == 0)
        {
            var (most, times) = x.Finite == 0 ? (y, t) : (x, s);
            return a with { Statistics = most with { Count = x.Count + y.Count }, Times = times };
        }

        var first = IsBefore(t.First, s.First);
        var last = !IsBefore(t.Last, s.Last);
        var min = y.Min < x.Min || (y.Min == x.Min && IsBefore(t.Min, s.Min));
        var max = y.Max > x.Max || (y.Max == x.Max && IsBefore(t.Max, s.Max));
        var at = double.IsNaN(x.At) || (!double.IsNaN(y.At) && !IsBefore(t.At, s.At));
        var finite = x.Finite + y.Finite;
        return a with
        {
            Statistics = new()
            {
                Count = x.Count + y.Count,
                Finite = finite,
                First = first ? y.First : x.First,
                Last = last ? y.Last : x.Last,
                Min = min ? y.Min : x.Min,
                MinStep = min ? y.MinStep : x.MinStep,
                Max = max ? y.Max : x.Max,
                MaxStep = max ? y.MaxStep : x.MaxStep,
                Mean = (x.Mean * ((double)x.Finite / finite)) + (y.Mean * ((double)y.Finite / finite)),
                At = at ? y.At : x.At,
            },
            Times = new(
                first ? t.First : s.First, last ? t.Last : s.Last, min ? t.Min : s.Min, max ? t.Max : s.Max, at ? t.At : s.At),
        };
    }

    // The predecessor of a point without a time is not known here, so such a point counts as in document order.
    private static bool IsBefore(double a, double b) => a < b;

    private static (MetricStatistics Statistics, PointTimes Times) ReadStatistics(ReadOnlySpan<byte> statistics)
    {
        var found = new MetricStatistics
        {
            Count = (int)Number(statistics, "count"u8),
            Finite = (int)Number(statistics, "finite"u8),
            First = Number(statistics, "first"u8),
            Last = Number(statistics, "last"u8),
            Min = Number(statistics, "min"u8),
            Max = Number(statistics, "max"u8),
            Mean = Number(statistics, "mean"u8),
            MinStep = Number(statistics, "minStep"u8),
            MaxStep = Number(statistics, "maxStep"u8),
            At = Finite(Number(statistics, "at"u8)),
        };
        return (found, new(
            Number(statistics, "firstTime"u8),
            Number(statistics, "lastTime"u8),
            Number(statistics, "minTime"u8),
            Number(statistics, "maxTime"u8),
            Number(statistics, "atTime"u8)));
    }

    // Dates are milliseconds since 1970; missing and other values are NaN.
    private static double Number(ReadOnlySpan<byte> statistics, ReadOnlySpan<byte> name) =>
        !BsonSpanReader.TryFind(statistics, name, out var found)
        ? double.NaN
        : found.Type switch
        {
            BsonType.Double => found.Double,
            BsonType.Int32 => found.Int32,
            BsonType.Int64 or BsonType.DateTime => found.Int64,
            _ => double.NaN,
        };

    private static double Finite(double number) => double.IsFinite(number) ? number : double.NaN;

    /// <summary>Times of the points that the statistics come from, in milliseconds since 1970; NaN where none is stored.</summary>
    internal readonly record struct PointTimes(double First, double Last, double Min, double Max, double At)
    {
        public static readonly PointTimes None = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    }
}
