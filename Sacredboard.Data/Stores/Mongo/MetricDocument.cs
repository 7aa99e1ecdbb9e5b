using System.Buffers;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One document of the metrics collection: the points of one metric of one run, or (rarely) a part of them.</summary>
/// <param name="Run">Null when the document names none.</param>
internal sealed record MetricDocument(RunId? Run, MetricSeries Series, MetricEnds Ends)
{
    /// <summary>Number of points that were left out because they were recorded outside of the attempt of the run.</summary>
    public int LeftOut { get; init; }

    /// <summary>Some points may be of another run, see <see cref="RunAttempt.Shared"/>.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>All of its points are of other runs or attempts.</summary>
    public bool IsOfOthers => Series.Count == 0 && LeftOut > 0;

    public static MetricDocument Read(ReadOnlySpan<byte> document) => Read(new BsonChunks(document));

    /// <param name="document">As stored.</param>
    /// <param name="attempts">The attempt of a run that its points must lie in; null for all points.</param>
    public static MetricDocument Read(BsonChunks document, Func<RunId, RunAttempt?>? attempts = null)
    {
        if (TryRead(document, attempts) is { } read)
        {
            return read;
        }

        // An unusual value crosses the border of chunks.
        var joined = ArrayPool<byte>.Shared.Rent(document.Length);
        try
        {
            document.CopyTo(0, joined.AsSpan(0, document.Length));
            return TryRead(new BsonChunks(joined.AsSpan(0, document.Length)), attempts)!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static MetricDocument? TryRead(BsonChunks document, Func<RunId, RunAttempt?>? attempts)
    {
        if (!MetricLayout.TryRead(document, out var layout)
            || !MetricColumn.TryRead(document, layout.Steps, times: false, out var steps)
            || !MetricColumn.TryRead(document, layout.Values, times: false, out var values)
            || !MetricColumn.TryRead(document, layout.Times, times: true, out var times))
        {
            return null;
        }

        var count = Math.Min(steps.Count, values.Count);
        if (layout.Run is { } run && attempts?.Invoke(run) is { } attempt)
        {
            return Within(attempt, layout, new(steps, values, Sized(times.Numbers, count)));
        }

        var ends = new MetricEnds(steps.ValueAt(0), steps.ValueAt(count - 1), values.ValueAt(0), values.ValueAt(count - 1));
        var series = new MetricSeries
        {
            Name = layout.Name,
            Steps = Sized(steps.Numbers, count),
            Values = Sized(values.Numbers, count),
            Times = Sized(times.Numbers, count),
            NotNumbers = [.. values.OtherTypes.Where(place => place < count)],
        };
        return new MetricDocument(layout.Run, series, count == 0 ? default : ends);
    }

    private static MetricDocument Within(RunAttempt attempt, MetricLayout layout, Columns all)
    {
        var (times, kept, isDoubtful) = (all.Times, new List<int>(all.Times.Length), false);
        for (var i = 0; i < times.Length; i++)
        {
            if (attempt.Holds(times[i]))
            {
                kept.Add(i);
                isDoubtful |= attempt.IsShared(times[i]);
            }
        }

        var notNumbers = all.Values.OtherTypes.ToHashSet();
        var (first, last) = kept.Count == 0 ? (-1, -1) : (kept[0], kept[^1]);
        return new(
            layout.Run,
            new()
            {
                Name = layout.Name,
                Steps = Taken(all.Steps.Numbers, kept),
                Values = Taken(all.Values.Numbers, kept),
                Times = Taken(times, kept),
                NotNumbers = [.. Enumerable.Range(0, kept.Count).Where(i => notNumbers.Contains(kept[i]))],
            },
            new(all.Steps.ValueAt(first), all.Steps.ValueAt(last), all.Values.ValueAt(first), all.Values.ValueAt(last)))
        {
            LeftOut = times.Length - kept.Count,
            IsDoubtful = isDoubtful,
        };
    }

    private static double[] Taken(double[] column, List<int> kept) => [.. kept.Select(i => column[i])];

    /// <summary>The columns of a document; times are NaN where none is stored.</summary>
    private readonly ref struct Columns(MetricColumn steps, MetricColumn values, double[] times)
    {
        public MetricColumn Steps { get; } = steps;

        public MetricColumn Values { get; } = values;

        public double[] Times { get; } = times;
    }

    private static double[] Sized(double[] numbers, int count)
    {
        if (numbers.Length == count)
        {
            return numbers;
        }

        var sized = new double[count];
        numbers.AsSpan(0, Math.Min(count, numbers.Length)).CopyTo(sized);
        sized.AsSpan(Math.Min(count, numbers.Length)).Fill(double.NaN);
        return sized;
    }
}
