using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Continuing;
using Sacredboard.Data.Queries.Effects;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries;

/// <summary>
/// Queries a snapshot. There is one instance for each snapshot (<see cref="SnapshotQueries"/>), which caches recent results. Safe for
/// concurrent use.
/// </summary>
public sealed class RunQueries
{
    private readonly CatalogSnapshot _snapshot;
    private readonly CatalogContent _content;
    private readonly QueryAnswers _answers;
    private readonly GroupAnswers _groups;
    private KeptEffects? _effects;

    internal RunQueries(CatalogSnapshot snapshot)
    {
        (_snapshot, _content) = (snapshot, snapshot.Content);
        _answers = new(_content, snapshot.Statistics, snapshot.Clock);
        _groups = new(_content, snapshot.Statistics, _answers, snapshot.Clock);
    }

    /// <summary>Every field that any run has; computed on first use.</summary>
    public ColumnListing Columns => ColumnListing.Of(_content);

    /// <summary>The fields that are worth a column; computed on first use.</summary>
    public DistinctiveFields Distinctive => DistinctiveFields.Of(_content);

    /// <summary>
    /// Resolves bare config names as queries do: a name that no run has at the first level becomes the deeper path with it, if there is
    /// exactly one, and one that no config has the last value of the metric of that name.
    /// </summary>
    public IReadOnlyList<RunField> Resolve(IEnumerable<RunField> fields)
    {
        var resolver = new FieldResolver(_content, new KnownFields(_content, _snapshot.Statistics));
        return [.. fields.Select(resolver.Resolve)];
    }

    /// <summary>Which runs went on from which, by a field that names the run before.</summary>
    public RunContinuations Continuations(RunField field) =>
        _snapshot.Memo.Keep(field, () => RunContinuations.Of(_snapshot, Resolve([field])[0]));

    /// <summary>The runs that one went on from, the first of them first, then the run itself; see <see cref="Continuations"/>.</summary>
    public IReadOnlyList<RunId> LineOf(RunId id, RunField field) => RunContinuations.LineOf(_snapshot, id, Resolve([field])[0]);

    /// <summary>False for a config value that none of the runs has, so that a table by it says nothing.</summary>
    public bool IsInSomeRun(RunField field) =>
        field.Root != FieldRoot.Config || _content.Runs.Count == 0 || new KnownFields(_content, _snapshot.Statistics).Has(field.Path);

    /// <summary>The query's range of the matching runs, sorted.</summary>
    public RunQueryResult Find(RunQuery query)
    {
        var answer = _answers.Find(query);
        return Result(answer.Slots, query, answer.Statuses) with { Metrics = answer.Metrics, Error = answer.Error, Notes = answer.Notes };
    }

    /// <summary>The query with bare config names replaced by the paths found for them.</summary>
    public QueryNode InFull(QueryNode query) =>
        ResolvedFields.Write(query, new FieldResolver(_content, new KnownFields(_content, _snapshot.Statistics)));

    /// <summary>The query's range of the groups of the matching runs.</summary>
    public GroupQueryResult Group(GroupQuery query) => _groups.Find(query, _snapshot.Version);

    /// <summary>The groups of <see cref="Group"/>, summed up one by one, so that not all are in memory at once.</summary>
    public IEnumerable<RunGroup> EachGroup(GroupQuery query) => _groups.Each(query);

    /// <summary>The <see cref="RunGroup.Number"/> of the group of a run; null when it is in no group.</summary>
    public int? GroupNumberOf(GroupQuery query, RunId member) =>
        _content.SlotOf(member) is >= 0 and var slot && _groups.NumberOf(query, slot) is >= 0 and var number ? number : null;

    /// <summary>The runs of the group of a run, in the order and range of the query of runs; null when it is in no group.</summary>
    public RunQueryResult? GroupOf(GroupQuery query, RunId member) =>
        _content.SlotOf(member) is >= 0 and var slot && _groups.Members(query, slot) is { } members
            ? Result(members, query.Runs, [])
            : null;

    /// <summary>The place of a run among those that match, whatever the query's range; null when it does not match.</summary>
    public RunPlace? PlaceOf(RunQuery query, RunId id) =>
        _content.SlotOf(id) is >= 0 and var slot ? Place(_answers.Find(query).Slots, slot) : null;

    /// <summary>The place of a run in its group, in the order of the query of runs; null when it is in no group.</summary>
    public RunPlace? PlaceInGroup(GroupQuery query, RunId id) =>
        _content.SlotOf(id) is >= 0 and var slot && _groups.Members(query, slot) is { } members ? Place(members, slot) : null;

    /// <summary>Divides runs of the snapshot into groups; each has its runs in the order given. Others are left out.</summary>
    public IReadOnlyList<IReadOnlyList<CatalogRun>> Divide(IEnumerable<RunId> ids, RunGrouping grouping) =>
        [.. _groups.Divide([.. ids.Select(_content.SlotOf).Where(slot => slot >= 0)], grouping)
            .Select(group => (IReadOnlyList<CatalogRun>)[.. group.Select(slot => _content.Runs.At(slot)!)])];

    /// <summary>
    /// The query extended by as few terms as possible so that it finds only the runs of a group; null when values cannot be expressed
    /// (lists and objects) or the query would be too long.
    /// </summary>
    /// <param name="runs">The query whose runs were grouped.</param>
    /// <param name="group">One of these groups.</param>
    /// <param name="fields">Fields in which all of its runs agree, the most distinctive first.</param>
    public string? Narrow(RunQuery runs, RunGroup group, IReadOnlyList<RunField> fields) =>
        GroupText.Narrow(_answers, runs, group, [.. fields.Select(field => (field, _snapshot.Value(group.Newest, field)))]);

    /// <summary>A query that finds just these runs of the snapshot; null where there is none, as of too many.</summary>
    public string? TextOf(IReadOnlyList<RunId> ids) => IdText.Of(_answers, ids);

    /// <summary>Fields of runs of the snapshot for a plot, in the order given.</summary>
    public IReadOnlyList<PlottedField> Plot(IReadOnlyList<CatalogRun> runs, IReadOnlyList<RunField> fields) =>
        new PlotReader(_snapshot, runs, _snapshot.Clock.GetUtcNow()).Read(fields);

    /// <summary>A query that finds those of the runs that lie in all of the ranges.</summary>
    /// <param name="among">The query that finds all of the runs; null where there is none.</param>
    /// <param name="runs">Of the snapshot.</param>
    /// <param name="ranges">At most one of each field.</param>
    public PlotSelection Select(RunQuery? among, IReadOnlyList<CatalogRun> runs, IReadOnlyList<PlotRange> ranges) =>
        new PlotSelector(_snapshot, _answers, _snapshot.Clock.GetUtcNow()).Select(among, runs, ranges);

    /// <summary>The totals of all runs that match the query, regardless of its range; one for each field.</summary>
    public IReadOnlyList<NumberTotal> Totals(RunQuery query, IReadOnlyList<RunField> fields) => _groups.Totals(query, fields);

    /// <summary>
    /// True when no more of all runs have another value than a number in this field, whatever a query finds. Not for statistics.
    /// </summary>
    public bool IsMostlyNumbers(RunField field) => NumberShare.IsMost(_content.Runs, field, _content.Packed.Paths);

    /// <summary>Suggestions to continue a query at the caret, from the fields and values of these runs.</summary>
    public SuggestionList Suggest(string text, int at) => Suggester.Of(_content).Suggest(text, at, _snapshot.Statistics.Names);

    /// <summary>
    /// Config fields whose values differ between these runs (also when some lack the key), the most useful as columns first; at most
    /// <paramref name="max"/>. Seeds come last; tags and <c>__doc__</c> are left out.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) =>
        Queries.Columns.DifferingConfig.Find(runs, max);

    /// <summary>
    /// All config fields whose values differ between all runs that match the query, the most useful first. Keys that most runs lack come
    /// late, seeds last.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(RunQuery query) =>
        VaryingConfig.Find(_content.Runs, _answers.Find(query).Slots, _content.Packed.Paths);

    /// <summary>
    /// How much the config keys that differ between the matching runs matter for a number of them; without seeds. The last answer is kept.
    /// </summary>
    /// <param name="query">The runs; its range is ignored.</param>
    /// <param name="figure">A field with numbers. Statistics must be known.</param>
    /// <param name="cancellationToken">Ends the computation, which takes seconds for very many runs.</param>
    public RunEffects Effects(RunQuery query, RunField figure, CancellationToken cancellationToken) =>
        Effects(_answers.Find(query).Slots, figure, cancellationToken);

    /// <summary>The same for runs by their ids; those that are not there do not count.</summary>
    public RunEffects Effects(IEnumerable<RunId> ids, RunField figure, CancellationToken cancellationToken) =>
        Effects([.. ids.Select(_content.SlotOf).Where(slot => _content.Runs.At(slot) is not null)], figure, cancellationToken);

    internal void Warm()
    {
        _answers.Warm();
        // Asks for the names of metrics, so that the first query with a bare one finds it.
        _ = _snapshot.Statistics.KnownNames(_content.Runs.Count);
        Suggester.Of(_content).Warm();
    }

    private RunEffects Effects(int[] slots, RunField figure, CancellationToken cancellationToken)
    {
        slots = slots.Length > RunEffects.MaxRuns ? slots[..RunEffects.MaxRuns] : slots;
        if (_effects is { } kept && kept.Figure == figure && kept.Slots.AsSpan().SequenceEqual(slots))
        {
            return kept.Effects;
        }

        var keys = VaryingConfig.Find(_content.Runs, slots, _content.Packed.Paths)
            .Where(key => ConfigKey.IsSetting(key.Path) && !SeedKeys.ByName.Cover(key.Path)).ToList();
        var columns = new GroupColumns(_content, _snapshot.Statistics.Column, _snapshot.Clock.GetUtcNow());
        var effects = new RunEffects(new(_content, columns, slots), keys, figure, cancellationToken);
        _effects = new(slots, figure, effects);
        return effects;
    }

    private RunPlace? Place(int[] slots, int slot)
    {
        var index = Array.IndexOf(slots, slot);
        return index < 0 ? null : new(index, slots.Length, At(index - 1), At(index + 1));

        CatalogRun? At(int place) => place >= 0 && place < slots.Length ? _content.Runs.At(slots[place]) : null;
    }

    private RunQueryResult Result(int[] slots, RunQuery query, IReadOnlyList<StatusCount> statuses)
    {
        var from = Math.Clamp(query.Skip, 0, slots.Length);
        var range = slots.AsSpan(from, Math.Clamp(query.Take, 0, slots.Length - from));
        var runs = new CatalogRun[range.Length];
        for (var i = 0; i < range.Length; i++)
        {
            runs[i] = _content.Runs.At(range[i])!;
        }

        return new() { Version = _snapshot.Version, Total = _content.Runs.Count, Matched = slots.Length, Runs = runs, Statuses = statuses };
    }

    private sealed record KeptEffects(int[] Slots, RunField Figure, RunEffects Effects);
}
