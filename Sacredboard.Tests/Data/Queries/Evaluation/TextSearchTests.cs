using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Evaluation;

public sealed class TextSearchTests
{
    [Theory]
    [InlineData("", "143 42 2 1")]
    [InlineData("   ", "143 42 2 1")]
    // Each of the places, in any case, in part.
    [InlineData("RESNET", "2 1")]
    [InlineData("cifar", "1")]
    [InlineData("print_CONFIG", "2")]
    [InlineData("gpu07", "1")]
    [InlineData("good one", "2")]
    [InlineData("footnote", "42")]
    [InlineData("baseline", "2")]
    [InlineData("queued", "143")]
    [InlineData("dead", "42")]
    [InlineData("running", "")]
    [InlineData("out of memory", "143")]
    [InlineData("optimizer", "1")]
    [InlineData("accuracy", "42")]
    // Ids by their digits, in part.
    [InlineData("42", "42")]
    [InlineData("4", "143 42")]
    // Numbers by their value, however written.
    [InlineData("0.01", "1")]
    [InlineData("1e-2", "1")]
    [InlineData("0.010", "1")]
    [InlineData("128", "2 1")]
    [InlineData("0.93", "42")]
    [InlineData("-5", "1")]
    // Inside of lists, and whole texts only in part.
    [InlineData("64", "2")]
    [InlineData("true", "1")]
    [InlineData("false", "2")]
    // Every word, anywhere.
    [InlineData("resnet adam", "1")]
    [InlineData("resnet nothing", "")]
    [InlineData("adam 0.01 gpu07", "1")]
    // In quotes it is one word; a quote not closed yet reaches to the end.
    [InlineData("\"good one\"", "2")]
    [InlineData("\"one good\"", "")]
    [InlineData("one good", "2")]
    [InlineData("\"good o", "2")]
    [InlineData("\"\" adam", "1")]
    // Hostile text is text.
    [InlineData("<script>", "143")]
    [InlineData(".*", "")]
    [InlineData("$where", "")]
    [InlineData("ÄÖ", "2")]
    public async Task Every_word_is_looked_for_everywhere(string text, string ids)
    {
        var snapshot = await SnapshotAsync();
        var page = snapshot.Queries().Find(new RunQuery { Text = text });
        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id)));
        Assert.Equal(page.Runs.Count, page.Matched);
        Assert.Equal(4, page.Total);
    }

    [Theory]
    [InlineData("", "", 4, "COMPLETED 2, DEAD 1, QUEUED 1")]
    [InlineData("", "COMPLETED", 2, "COMPLETED 2, DEAD 1, QUEUED 1")]
    [InlineData("", "dead queued", 2, "COMPLETED 2, DEAD 1, QUEUED 1")]
    [InlineData("", "RUNNING", 0, "COMPLETED 2, DEAD 1, QUEUED 1")]
    [InlineData("resnet", "", 2, "COMPLETED 2")]
    [InlineData("resnet", "DEAD", 0, "COMPLETED 2")]
    [InlineData("4", "DEAD", 1, "DEAD 1, QUEUED 1")]
    public async Task Statuses_are_counted_over_what_the_text_finds(string text, string statuses, int matched, string counts)
    {
        var snapshot = await SnapshotAsync();
        var page = snapshot.Queries()
            .Find(new RunQuery { Text = text, Statuses = statuses.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
        Assert.Equal(matched, page.Matched);
        Assert.Equal(counts, string.Join(", ", page.Statuses.Select(count => $"{count.Status} {count.Count}")));
    }

    [Theory]
    [InlineData(0, 2, "143 42")]
    [InlineData(2, 50, "2 1")]
    [InlineData(4, 50, "")]
    [InlineData(1000, 50, "")]
    [InlineData(-1, 1, "143")]
    [InlineData(0, 0, "")]
    [InlineData(0, -1, "")]
    public async Task A_page_is_a_part_of_what_matches(int skip, int take, string ids)
    {
        var page = (await SnapshotAsync()).Queries().Find(new RunQuery { Skip = skip, Take = take });
        Assert.Equal(ids, string.Join(' ', page.Runs.Select(run => run.Id)));
        Assert.Equal(4, page.Matched);
    }

    private static Task<CatalogSnapshot> SnapshotAsync() => TestCatalog.SnapshotOfAsync(
        TestRuns.Run(1).With(("optimizer", "Adam"), ("lr", 0.01), ("batch_size", 128), ("amp", true), ("offset", -5)) with
        {
            Experiment = "cifar10_resnet",
            Host = "gpu07.cluster",
        },
        TestRuns.Run(2).With(("model", "ResNet18"), ("layers", new object?[] { 64, 128 }), ("amp", false)) with
        {
            Comment = "a good one äö",
            Tags = ["baseline", "paper"],
            Command = "print_config",
        },
        TestRuns.Run(42) with
        {
            Status = RunStatus.Running,
            Stopped = null,
            Notes = "see the footnote",
            Result = TestRuns.Object(("accuracy", 0.93)),
        },
        TestRuns.Run(143).With(("x", "<script>alert(1)</script>")) with
        {
            Status = RunStatus.Queued,
            Stopped = null,
            Failure = "RuntimeError: CUDA out of memory",
        });
}
