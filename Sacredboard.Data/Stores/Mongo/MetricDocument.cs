using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One document of the metrics collection: the points of one metric of one run, or (rarely) a part of them.</summary>
/// <param name="Run">Null when the document names none.</param>
internal sealed record MetricDocument(RunId? Run, MetricSeries Series, MetricEnds Ends)
{
    public static MetricDocument Read(ReadOnlySpan<byte> document)
    {
        var steps = MetricShape.TryArray(document, MetricShape.Steps, out var found)
            ? MetricColumn.ReadNumbers(found.Value)
            : MetricColumn.Empty;
        var values = MetricShape.TryArray(document, MetricShape.Values, out found)
            ? MetricColumn.ReadNumbers(found.Value)
            : MetricColumn.Empty;
        var times = MetricShape.TryArray(document, MetricShape.Times, out found) ? MetricColumn.ReadTimes(found.Value) : MetricColumn.Empty;
        var count = Math.Min(steps.Count, values.Count);
        var ends = new MetricEnds(steps.ValueAt(0), steps.ValueAt(count - 1), values.ValueAt(0), values.ValueAt(count - 1));
        var series = Columns(MetricShape.ReadName(document), count, steps, values, times);
        return new MetricDocument(MetricShape.ReadRun(document), series, count == 0 ? default : ends);
    }

    private static MetricSeries Columns(string name, int count, MetricColumn steps, MetricColumn values, MetricColumn times) => new()
    {
        Name = name,
        Steps = Sized(steps.Numbers, count),
        Values = Sized(values.Numbers, count),
        Times = Sized(times.Numbers, count),
        NotNumbers = [.. values.OtherTypes.Where(place => place < count)],
    };

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
