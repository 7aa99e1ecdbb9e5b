using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One document of the metrics collection: the points of one metric of one run, or (rarely) a part of them.</summary>
internal sealed record MetricDocument(RunId Run, MetricSeries Series, MetricEnds Ends)
{
    public static MetricDocument Read(ReadOnlySpan<byte> document)
    {
        var (run, name) = (RunId.Null, "");
        var steps = MetricColumn.Empty;
        var values = MetricColumn.Empty;
        var times = MetricColumn.Empty;
        var reader = new BsonSpanReader(document);
        while (reader.Read())
        {
            if (reader.Name.SequenceEqual("run_id"u8))
            {
                run = MongoRunId.Read(reader);
            }
            else if (reader.Name.SequenceEqual("name"u8))
            {
                name = reader.Type == BsonType.String ? Encoding.UTF8.GetString(reader.Text) : "";
            }
            else if (reader.Type == BsonType.Array && reader.Name.SequenceEqual("steps"u8))
            {
                steps = MetricColumn.ReadNumbers(reader.Value);
            }
            else if (reader.Type == BsonType.Array && reader.Name.SequenceEqual("values"u8))
            {
                values = MetricColumn.ReadNumbers(reader.Value);
            }
            else if (reader.Type == BsonType.Array && reader.Name.SequenceEqual("timestamps"u8))
            {
                times = MetricColumn.ReadTimes(reader.Value);
            }
        }

        var count = Math.Min(steps.Count, values.Count);
        var ends = new MetricEnds(steps.ValueAt(0), steps.ValueAt(count - 1), values.ValueAt(0), values.ValueAt(count - 1));
        return new MetricDocument(run, Columns(name, count, steps, values, times), count == 0 ? default : ends);
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
