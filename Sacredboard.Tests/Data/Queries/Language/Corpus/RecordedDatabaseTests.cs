using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>The questions on the recorded database, read from its dump: no server is needed.</summary>
public sealed class RecordedDatabaseTests
{
    [Fact]
    public async Task Every_question_has_its_right_answer()
    {
        await using var catalog = await LoadAsync();
        Assert.Equal(96, CorpusQuestion.All.Count(question => question.CanBeAsked));
        Assert.Empty(await CorpusAnswers.WrongAsync(catalog.Catalog, question => question.Ids, condition => catalog.UntilAsync(condition)));
    }

    [Fact]
    public async Task What_is_not_in_the_catalog_is_an_error_that_says_so()
    {
        await using var catalog = await LoadAsync();
        foreach (var question in CorpusQuestion.All.Where(question => !question.CanBeAsked))
        {
            var page = catalog.Snapshot.Queries().Find(new RunQuery { Text = question.Query });
            Assert.Contains("is not in the catalog", page.Error?.Message, StringComparison.Ordinal);
            Assert.Empty(page.Runs);
        }
    }

    /// <summary>A catalog of the recorded database.</summary>
    internal static async Task<TestCatalog> LoadAsync()
    {
        var catalog = new TestCatalog();
        await foreach (var document in MongoDump.ReadCorpusAsync("runs"))
        {
            catalog.Store.Put(SummaryProjection.Read(document, "runs"));
        }

        await foreach (var document in MongoDump.ReadCorpusAsync("metrics"))
        {
            var metric = MetricDocument.Read(document);
            catalog.Store.Metrics.AddOrUpdate(
                (metric.Run!.Value, metric.Series.Name),
                metric.Series.Values,
                (_, before) => [.. before, .. metric.Series.Values]);
        }

        await catalog.LoadAsync();
        return catalog;
    }
}

/// <summary>The questions on the recorded database in a real server.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoQueriesTests(MongoServer server)
{
    [Fact]
    public async Task Every_question_has_its_right_answer()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        using var stop = new CancellationTokenSource();
        var catalog = new RunCatalog(store, new RunCatalogOptions(), TimeProvider.System);
        var running = Task.Run(() => catalog.RunAsync(stop.Token), TestContext.Current.CancellationToken);
        await UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);

        Assert.Empty(await CorpusAnswers.WrongAsync(catalog, question => question.Ids, UntilAsync));

        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
