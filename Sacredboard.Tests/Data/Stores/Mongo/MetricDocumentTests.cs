using MongoDB.Bson;
using MongoDB.Bson.IO;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Stores.Mongo;

public sealed class MetricDocumentTests
{
    [Fact]
    public void Numbers_of_all_widths_are_read_and_the_rest_is_marked()
    {
        var metric = Read(
            new BsonArray { 0, 1L, 2.5, "3", BsonNull.Value },
            new BsonArray { 1, double.NaN, "text", true, new BsonArray { 1 } },
            new BsonArray { new BsonDateTime(1000), BsonNull.Value });

        Assert.Equal([0, 1, 2.5, double.NaN, double.NaN], metric.Series.Steps);
        Assert.Equal([1, double.NaN, double.NaN, double.NaN, double.NaN], metric.Series.Values);
        Assert.Equal([1000, double.NaN, double.NaN, double.NaN, double.NaN], metric.Series.Times);
        Assert.Equal([2, 3, 4], metric.Series.NotNumbers);
        Assert.IsType<SacredList>(metric.Ends.Last);
        Assert.IsType<SacredNull>(metric.Ends.LastStep);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(12345)]
    public void Every_point_of_a_long_metric_is_read(int count)
    {
        var metric = Read(
            new BsonArray(Enumerable.Range(0, count)),
            new BsonArray(Enumerable.Range(0, count).Select(i => i / 8.0)),
            new BsonArray(Enumerable.Range(0, count).Select(i => new BsonDateTime(i))));

        Assert.Equal(Enumerable.Range(0, count).Select(i => (double)i), metric.Series.Steps);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i / 8.0), metric.Series.Values);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (double)i), metric.Series.Times);
    }

    [Fact]
    public void The_shorter_of_steps_and_values_counts()
    {
        var metric = Read(new BsonArray { 1, 2, 3 }, new BsonArray { 0.5, 0.25 }, []);

        Assert.Equal(2, metric.Series.Count);
        Assert.Equal(2, (int)Assert.IsType<SacredInteger>(metric.Ends.LastStep).Value);
    }

    // The driver receives a document in chunks, whose borders may lie anywhere.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(65536)]
    public void The_same_is_read_from_chunks(int size)
    {
        var document = Document(
            new BsonArray(Enumerable.Range(0, 1234)),
            new BsonArray(Enumerable.Range(0, 1234).Select(i => i % 100 == 7 ? (BsonValue)i : i / 8.0)),
            new BsonArray(Enumerable.Range(0, 1200).Select(i => new BsonDateTime(i)))).ToBson();

        AssertSame(MetricDocument.Read(document), MetricDocument.Read(new BsonChunks(Chunks(document, size))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(500)]
    public void Values_that_are_no_numbers_may_cross_the_borders_of_chunks(int size)
    {
        var document = Document(
            new BsonArray { 1, new string('s', 300), 2L },
            new BsonArray { new BsonDocument("of", new string('v', 900)), new BsonRegularExpression("long", "i"), 3 },
            []).ToBson();

        var read = MetricDocument.Read(new BsonChunks(Chunks(document, size)));
        AssertSame(MetricDocument.Read(document), read);
        Assert.Equal([0, 1], read.Series.NotNumbers);
    }

    [Fact]
    public void A_long_name_may_cross_the_borders_of_chunks()
    {
        var document = Document(new BsonArray { 1 }, new BsonArray { 2 }, []);
        document["name"] = new string('n', 2000);

        Assert.Equal(new string('n', 2000), MetricDocument.Read(new BsonChunks(Chunks(document.ToBson(), 64))).Series.Name);
    }

    [Fact]
    public void A_damaged_array_is_an_error_and_ends_where_its_document_ends()
    {
        var document = Document(new BsonArray { 1, 2, 3 }, new BsonArray { 1, 2, 3 }, []).ToBson();
        // The zero that ends the array of steps.
        document[document.AsSpan().IndexOf("values"u8) - 2] = 0x10;

        Assert.Throws<FormatException>(() => MetricDocument.Read(document));
    }

    [Fact]
    public void Documents_of_one_name_are_merged_by_time_and_keep_their_own_order()
    {
        var first = Read(new BsonArray { 0, 1, 2 }, new BsonArray { 0, 1, "x" }, Times(10, 20, 50));
        var second = Read(new BsonArray { 7, 8, 9 }, new BsonArray { 7, "y", 9 }, Times(30, 5, 60));

        var merged = MetricMerge.Merge([second, first]);

        Assert.Equal([0, 1, 7, 8, 2, 9], merged.Series.Steps);
        Assert.Equal([3, 4], merged.Series.NotNumbers);
        Assert.Equal((0, 9), ((int)((SacredInteger)merged.Ends.FirstStep!).Value, (int)((SacredInteger)merged.Ends.Last!).Value));
    }

    private static BsonArray Times(params long[] times) => new(times.Select(time => new BsonDateTime(time)));

    private static MetricDocument Read(BsonArray steps, BsonArray values, BsonArray times) =>
        MetricDocument.Read(Document(steps, values, times).ToBson());

    private static MultiChunkBuffer Chunks(byte[] document, int size) =>
        new(document.Chunk(size).Select(chunk => new ByteArrayChunk(chunk)), document.Length, isReadOnly: true);

    private static void AssertSame(MetricDocument expected, MetricDocument read)
    {
        Assert.Equal(expected.Series.Steps, read.Series.Steps);
        Assert.Equal(expected.Series.Values, read.Series.Values);
        Assert.Equal(expected.Series.Times, read.Series.Times);
        Assert.Equal(expected.Series.NotNumbers, read.Series.NotNumbers);
        Assert.Equal(Texts(expected.Ends), Texts(read.Ends));
        Assert.Equal((expected.Run, expected.Series.Name), (read.Run, read.Series.Name));
    }

    private static string[] Texts(MetricEnds ends) =>
        [.. new[] { ends.FirstStep, ends.LastStep, ends.First, ends.Last }.Select(value => SacredJson.ToText(value!))];

    private static BsonDocument Document(BsonArray steps, BsonArray values, BsonArray times) => new()
    {
        ["_id"] = ObjectId.Empty,
        ["run_id"] = 1,
        ["name"] = "loss",
        ["steps"] = steps,
        ["values"] = values,
        ["timestamps"] = times,
    };
}
