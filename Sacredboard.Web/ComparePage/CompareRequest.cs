using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ComparePage;

/// <summary>The runs that a page compares, as they are in the catalogs at one moment.</summary>
public sealed class CompareRequest
{
    private CompareRequest(Source source, SourceUrls urls, CompareState state, RunNames names, ResolvedTable resolved)
    {
        (Source, Urls, State, Names, Resolved) = (source, urls, state, names, resolved);
        Chosen = Choose();
        Runs = [.. Chosen.Runs.Select(run => (Named: run, run.InCatalog)).Where(run => run.InCatalog is not null)
            .Select(run => (run.Named, run.InCatalog!))];
    }

    public Source Source { get; }

    public SourceUrls Urls { get; }

    public CompareState State { get; }

    public RunNames Names { get; }

    /// <summary>The query of the runs.</summary>
    public ResolvedTable Resolved { get; }

    public ChosenRuns Chosen { get; }

    /// <summary>
    /// All runs are there that may be chosen; those that are named are read however many others are loaded, unless the storage was never
    /// reached.
    /// </summary>
    public bool IsLoaded => !IsNeverReached(Source) && (Resolved.IsLoaded || State.Ids.Count > 0);

    /// <summary>Nothing is known of the source, because it does not answer.</summary>
    public static bool IsNeverReached(Source source) => source.Catalog.State is { AsOf: null, Phase: CatalogPhase.Unavailable };

    /// <summary>Those of the chosen ones that are there.</summary>
    public IReadOnlyList<(NamedRun Named, CatalogRun Run)> Runs { get; }

    /// <summary>The names of what is not there.</summary>
    public IReadOnlyList<string> Unknown =>
        [.. Chosen.Unknown, .. Chosen.Runs.Where(run => run.InCatalog is null).Select(Names.Write)];

    /// <param name="sources">All sources.</param>
    /// <param name="source">The source of the page.</param>
    /// <param name="urls">Its addresses.</param>
    /// <param name="state">The address.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<CompareRequest> ReadAsync(
        SourceRegistry sources, Source source, SourceUrls urls, CompareState state, CancellationToken cancellationToken)
    {
        var names = new RunNames(sources, source);

        // A catalog may be older than the runs that a link names.
        foreach (var own in ChosenRuns.Of(state.Ids, names).Runs.Where(run => run.InCatalog is null).GroupBy(run => run.Source))
        {
            await own.Key.Catalog.RefreshAsync([.. own.Select(run => run.Id)], cancellationToken);
        }

        var resolved = ResolvedTable.Of(source, state.Runs);
        return new(source, urls, state, names, resolved);
    }

    /// <summary>The value of any field of a run of any source.</summary>
    public static Data.Values.SacredValue? Value(NamedRun named, CatalogRun run, RunField field) =>
        named.Source.Catalog.Snapshot.Value(run, field);

    /// <summary>Differs after each change of one of the runs, of what a query finds, or of the state of the source.</summary>
    public string Token()
    {
        var hash = new HashCode();
        hash.Add(Source.Catalog.State.Phase);
        hash.Add((Chosen.Left, Unknown.Count));
        if (State.Tab is (CompareTab.Table or CompareTab.Significance) && Runs.Count > ComparedMetrics.MaxListed)
        {
            // Statistics of metrics come bit by bit.
            hash.Add(Source.Catalog.Snapshot.Version);
        }

        foreach (var (named, run) in Runs)
        {
            hash.Add((named.Id, run.Version));
        }

        return hash.ToHashCode().ToString("x", System.Globalization.CultureInfo.InvariantCulture);
    }

    private ChosenRuns Choose()
    {
        if (State.Ids.Count == 0)
        {
            // Without a query that can be read all runs would be compared.
            return State.IsAsked && Resolved.Error is null ? ChosenRuns.Of(Source, Resolved) : new([], [], 0);
        }

        var chosen = ChosenRuns.Of(State.Ids, Names);
        return Resolved.State.Sort.Count > 0 ? chosen with { Runs = Sorted(chosen.Runs) } : chosen;
    }

    // Only runs of the own source can be sorted by a query; those that it does not find come last.
    private IReadOnlyList<NamedRun> Sorted(IReadOnlyList<NamedRun> runs)
    {
        var queries = Resolved.Snapshot.Queries();
        List<RunId> known = [.. runs.Where(run => run.Source == Source && run.InCatalog is not null).Select(run => run.Id)];
        if (queries.TextOf(known) is not { } text)
        {
            return runs;
        }

        var query = new RunQuery { Text = text, Sort = Resolved.State.Sort, Take = known.Count };
        var sorted = queries.Find(query).Runs.Select(run => new NamedRun(Source, run.Id)).ToList();
        return [.. sorted, .. runs.Except(sorted)];
    }
}
