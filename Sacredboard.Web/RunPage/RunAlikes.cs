using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.RunPage;

/// <summary>
/// Counts the runs with the same config or commit as one. All runs of its experiment are looked at, so pages ask for it apart.
/// </summary>
internal static class RunAlikes
{
    /// <summary>So many runs are named one by one in the query of a link.</summary>
    private const int MaxNamed = 60;

    private static readonly RunField CommitField = new() { Root = FieldRoot.Experiment, Path = ["repositories", "0", "commit"] };

    /// <summary>Empty when there is no other, or the catalog does not know the run yet.</summary>
    public static IReadOnlyList<RunAlike> Of(RunPageRequest request)
    {
        var snapshot = request.Source.Catalog.Snapshot;
        if (snapshot.Find(request.Id) is not { } run)
        {
            return [];
        }

        var queries = snapshot.Queries();
        return
        [
            .. WithConfig("config", "with the same config", SeedKeys.None),
            .. WithConfig("settings", "with the same config but the seed", SeedKeys.ByName),
            .. WithCommit(),
        ];

        // Numbers are equal to ids that are numbers, or digits.
        static string Literal(RunId id) =>
            id.Kind is RunIdKind.Integer or RunIdKind.Real ? id.ToString() : QuotedText.Write(id.ToString());

        IEnumerable<RunAlike> WithConfig(string kind, string words, SeedKeys seeds)
        {
            if (run.Config is not SacredObject { Members.Count: > 0 })
            {
                yield break;
            }

            var text = run.Experiment is { } experiment ? $"experiment = {QuotedText.Write(experiment)}" : "";
            var grouping = new RunGrouping { Keys = [null], Seeds = seeds };
            var found = queries.GroupOf(new() { Runs = new() { Text = text, Take = MaxNamed }, Grouping = grouping }, run.Id);
            if (found is { Matched: > 1 })
            {
                yield return new(kind, words, found.Matched, TableUrl.Write(request.Urls.Runs, found.Matched <= MaxNamed
                    ? new() { Text = $"id in ({string.Join(", ", found.Runs.Select(alike => Literal(alike.Id)))})" }
                    : new() { Text = text, Grouping = grouping, Open = [request.Urls.Segment(run.Id)] }));
            }
        }

        IEnumerable<RunAlike> WithCommit()
        {
            if (snapshot.Value(run, CommitField) is not SacredText { Value.Length: > 0 } commit)
            {
                yield break;
            }

            var text = $"{CommitField} = {QuotedText.Write(commit.Value)}";
            if (queries.Find(new() { Text = text, Take = 0 }).Matched is > 1 and var count)
            {
                yield return new("commit", "of the same commit", count, TableUrl.Write(request.Urls.Runs, new() { Text = text }));
            }
        }
    }
}
