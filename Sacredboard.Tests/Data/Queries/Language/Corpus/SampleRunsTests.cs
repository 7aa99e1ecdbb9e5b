using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>The same questions on the samples, against what a few lines of our own make of the ground truth.</summary>
public sealed class SampleRunsTests
{
    [Fact]
    public async Task Every_question_has_the_answer_that_the_ground_truth_has()
    {
        await using var store = new FileStorageRunStore(SampleRuns.Directory, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var catalog = new RunCatalog(store, new RunCatalogOptions(), TimeProvider.System);
        var running = Task.Run(() => catalog.RunAsync(stop.Token), TestContext.Current.CancellationToken);
        await UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);
        var documents = SampleDocument.LoadAll();
        var answers = CorpusQuestion.All.ToDictionary(
            question => question,
            question =>
                documents.Where(document => ConditionTree.Holds(question.Where, document)).Select(document => document.Id).ToHashSet());

        Assert.Empty(await CorpusAnswers.WrongAsync(catalog, question => answers[question], UntilAsync));
        // Most of them find some runs, and not all.
        Assert.InRange(answers.Values.Count(ids => ids.Count > 0 && ids.Count < documents.Count), 25, 98);

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
