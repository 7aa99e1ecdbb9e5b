using Sacredboard.Data.Catalog;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>Asks a catalog the questions and returns the wrong answers.</summary>
public static class CorpusAnswers
{
    private const int Most = 10_000;

    /// <param name="catalog">Loaded.</param>
    /// <param name="expected">The right answer to a question.</param>
    /// <param name="waitFor">Lets the catalog go on until the condition holds: statistics of metrics are computed when asked for.</param>
    /// <returns>A sentence for each wrong answer.</returns>
    public static async Task<IReadOnlyList<string>> WrongAsync(
        RunCatalog catalog, Func<CorpusQuestion, IReadOnlySet<RunId>> expected, Func<Func<bool>, Task> waitFor)
    {
        var wrong = new List<string>();
        foreach (var question in CorpusQuestion.All.Where(question => question.CanBeAsked))
        {
            var query = new RunQuery { Text = question.Query, Take = Most };
            await waitFor(() =>
                catalog.Snapshot.Queries().Find(query) is var asked
                    && catalog.Snapshot.Progress(asked.Metrics).All(progress => progress.IsComplete));
            var page = catalog.Snapshot.Queries().Find(query);
            var (found, right) = (page.Runs.Select(run => run.Id).ToHashSet(), expected(question));
            if (page.Error is not null || !found.SetEquals(right))
            {
                wrong.Add($"{question} -> {page.Error} found {string.Join(' ', found.Except(right))}, missed "
                    + $"{string.Join(' ', right.Except(found))}");
            }
        }

        return wrong;
    }
}
