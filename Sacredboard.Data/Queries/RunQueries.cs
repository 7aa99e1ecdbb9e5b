using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries;

/// <summary>
/// Asks a snapshot for what its runs are queried for. There is one for each snapshot (<see cref="SnapshotQueries"/>), so that what was
/// asked lately is answered again without work. Safe for concurrent use.
/// </summary>
public sealed class RunQueries
{
    private readonly CatalogSnapshot _snapshot;
    private readonly CatalogContent _content;
    private readonly QueryAnswers _answers;
    private readonly GroupAnswers _groups;

    internal RunQueries(CatalogSnapshot snapshot)
    {
        (_snapshot, _content) = (snapshot, snapshot.Content);
        _answers = new(_content, snapshot.Statistics, snapshot.Clock);
        _groups = new(_content, snapshot.Statistics, _answers, snapshot.Clock);
    }

    /// <summary>Every field that any of the runs has. Found when first asked for.</summary>
    public ColumnListing Columns => ColumnListing.Of(_content);

    /// <summary>
    /// The fields that are meant, as queries mean them: a config name that no run has at the first level, but that is at exactly one
    /// deeper path, is that one.
    /// </summary>
    public IReadOnlyList<RunField> Resolve(IEnumerable<RunField> fields)
    {
        var resolver = new FieldResolver(_content);
        return [.. fields.Select(resolver.Resolve)];
    }

    /// <summary>The runs that answer the query, sorted, one page of them.</summary>
    public RunQueryResult Find(RunQuery query)
    {
        var answer = _answers.Find(query);
        return Result(answer.Slots, query, answer.Statuses) with { Metrics = answer.Metrics, Error = answer.Error, Notes = answer.Notes };
    }

    /// <summary>The query with the config paths in full that were found for its bare names.</summary>
    public QueryNode InFull(QueryNode query) => ResolvedFields.Write(query, new FieldResolver(_content));

    /// <summary>The runs that answer a query, put together into groups, and one page of these.</summary>
    public GroupQueryResult Group(GroupQuery query) => _groups.Find(query, _snapshot.Version);

    /// <summary>The groups that <see cref="Group"/> gives, summed up one by one: however many there are, they are not all there at once.</summary>
    public IEnumerable<RunGroup> EachGroup(GroupQuery query) => _groups.Each(query);

    /// <summary>The <see cref="RunGroup.Number"/> of the group that a run is in; null when it is in none.</summary>
    public int? GroupNumberOf(GroupQuery query, RunId member) =>
        _content.SlotOf(member) is >= 0 and var slot && _groups.NumberOf(query, slot) is >= 0 and var number ? number : null;

    /// <summary>The runs of the group that a run is in, in the order and range of the query of runs; null when it is in none.</summary>
    public RunQueryResult? GroupOf(GroupQuery query, RunId member) =>
        _content.SlotOf(member) is >= 0 and var slot && _groups.Members(query, slot) is { } members ? Result(members, query.Runs, []) : null;

    /// <summary>
    /// The shortest query of its kind that finds just the runs of a group among those that were grouped; null where that cannot be said:
    /// of lists and dates, or at too great a length.
    /// </summary>
    /// <param name="runs">The query whose runs were grouped.</param>
    /// <param name="group">One of these groups.</param>
    /// <param name="fields">What all of its runs have in common, the most telling first.</param>
    public string? Narrow(RunQuery runs, RunGroup group, IReadOnlyList<RunField> fields) =>
        GroupText.Narrow(_answers, runs, group, [.. fields.Select(field => (field, _snapshot.Value(group.Newest, field)))]);

    /// <summary>The numbers of some fields in all runs that answer the query, whatever its range; one total for each field.</summary>
    public IReadOnlyList<NumberTotal> Totals(RunQuery query, IReadOnlyList<RunField> fields) => _groups.Totals(query, fields);

    /// <summary>How a query that is being written can go on at the caret, by what these runs have.</summary>
    public SuggestionList Suggest(string text, int at) => Suggester.Of(_content).Suggest(text, at, _snapshot.Statistics.Names);

    /// <summary>
    /// Config fields whose values differ between these runs (a run that lacks the key differs too), those that differ
    /// most first as a person would want them as columns; at most <paramref name="max"/>. Seeds and <c>__doc__</c> come last or not at all.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) => Queries.Columns.DifferingConfig.Find(runs, max);

    /// <summary>
    /// All config fields whose values differ among all runs that answer the query, whatever page is asked for; the most telling first. Keys
    /// that most of them lack come late, seeds last.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(RunQuery query) =>
        VaryingConfig.Find(_content.Runs, _answers.Find(query).Slots, _content.Packed.Paths);

    internal void Warm()
    {
        _answers.Warm();
        Suggester.Of(_content).Warm();
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
}
