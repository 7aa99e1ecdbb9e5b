using Sacredboard.Data.Runs;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the tab that compares where runs ran, with which code and packages.</summary>
internal sealed class CompareEnvironmentMaker(CompareRequest request)
{
    private const int MaxRows = 1000;

    public async Task<CompareEnvironment> MakeAsync(CancellationToken cancellationToken)
    {
        var pair = PairChooser.Of(request);
        int[] columns = request.Runs.Count <= CompareEnvironment.MaxColumns || pair.Other is null
            ? [.. Enumerable.Range(0, request.Runs.Count)]
            : [pair.Base, pair.Other.Value];
        var found = await RunsInFull.ReadAsync(request, columns, RunTrees.Host, cancellationToken);
        IReadOnlyList<Run?> runs = [.. columns.Select(run => found.GetValueOrDefault(run))];
        IEnumerable<CompareSection> sections =
        [
            Section("Host", runs, run => RunFacts.Host(run.Host).Select(Pair).Concat(RunEnvironment.Gpus(run.Host).Select(Gpu))),
            Section("Experiment", runs, run =>
                RunFacts.Experiment(run).Select(Pair).Concat(GitRevisions.Of(run.Experiment).Select(Commit))),
            Section("Dependencies", runs, run => RunEnvironment.Dependencies(run.Experiment)
                .Select(dependency => (dependency.Name, dependency.Version ?? "unknown"))),
        ];
        return new(pair, columns, [.. sections.Where(section => section.Rows.Count > 0)]);
    }

    private CompareSection Section(
        string title, IReadOnlyList<Run?> runs, Func<Run, IEnumerable<(string Name, string Value)>> read)
    {
        var facts = runs.Select(run => (run is null ? [] : read(run)).DistinctBy(fact => fact.Name)
            .ToDictionary(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal)).ToList();
        var names = facts.SelectMany(own => own.Keys).Distinct(StringComparer.Ordinal);
        return new(title,
        [
            .. (title == "Dependencies" ? names.Order(NaturalOrder.Comparer) : names)
                .Where(name => IsAsked(facts.Select(own => own.GetValueOrDefault(name)).Distinct().Count() > 1))
                .Take(MaxRows)
                .Select(name => new CompareRow(name, [.. facts.Select(own => Cell(own.GetValueOrDefault(name)))])),
        ]);
    }

    private bool IsAsked(bool differs) =>
        request.State.Keys == ComparedKeys.All || differs == (request.State.Keys == ComparedKeys.Differ);

    private static CellText Cell(string? value) => value is null ? CellText.Missing : new(value, null, CellKind.Text);

    private static (string Name, string Value) Pair(RunFact fact) => (fact.Name, fact.Value);

    private static (string Name, string Value) Gpu(string card, int index) => ($"GPU {index + 1}", card);

    private static (string Name, string Value) Commit(GitRevision revision) =>
        ($"commit of {revision.Url}", revision.ShortCommit + (revision.Dirty ? " with uncommitted changes" : ""));
}
