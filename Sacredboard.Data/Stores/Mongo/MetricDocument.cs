using System.Buffers;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One document of the metrics collection: the points of one metric of one run, or (rarely) a part of them.</summary>
/// <param name="Run">Null when the document names none.</param>
internal sealed record MetricDocument(RunId? Run, MetricSeries Series, MetricEnds Ends)
{
    public static MetricDocument Read(ReadOnlySpan<byte> document) => Read(new BsonChunks(document));

    public static MetricDocument Read(BsonChunks document)
    {
        if (TryRead(document) is { } read)
        {
            return read;
        }

        // An unusual value crosses the border of chunks.
        var joined = ArrayPool<byte>.Shared.Rent(document.Length);
        try
        {
            document.CopyTo(0, joined.AsSpan(0, document.Length));
            return TryRead(new BsonChunks(joined.AsSpan(0, document.Length)))!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static MetricDocument? TryRead(BsonChunks document)
    {
        if (!MetricLayout.TryRead(document, out var layout)
            || !MetricColumn.TryRead(document, layout.Steps, times: false, out var steps)
            || !MetricColumn.TryRead(document, layout.Values, times: false, out var values)
            || !MetricColumn.TryRead(document, layout.Times, times: true, out var times))
        {
            return null;
        }

        var count = Math.Min(steps.Count, values.Count);
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
