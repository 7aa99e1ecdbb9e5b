using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Snapshots;

/// <summary>All runs of a source at one moment. Immutable: queries need no lock.</summary>
public sealed class CatalogSnapshot
{
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CatalogContent _content;
    private readonly SummaryView _summaries;
    private readonly QueryAnswers _answers;
    private readonly GroupAnswers _groups;

    internal CatalogSnapshot(long version, CatalogContent content, SummaryView summaries, TimeProvider time)
    {
        (Version, _content, _summaries) = (version, content, summaries);
        _answers = new(content, summaries, time);
        _groups = new(content, summaries, _answers, time);
    }

    /// <summary>Grows by one whenever any runs change, or summaries of their metrics come.</summary>
    public long Version { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CatalogRun> Runs => List;

    /// <summary>Every field that any of the runs has. Found when first asked for.</summary>
    public ColumnListing Columns => _content.Columns;

    internal RunList List => _content.Runs;

    /// <summary>Done as soon as there is a newer snapshot.</summary>
    internal Task Superseded => _superseded.Task;

    public CatalogRun? Find(RunId id) => _content.Slots.TryGetValue(id, out var slot) ? List.At(slot) : null;

    /// <summary>Where the run stands in <see cref="Runs"/>, or -1.</summary>
    public int IndexOf(RunId id) => _content.Slots.TryGetValue(id, out var slot) ? Array.IndexOf(List.Order, slot) : -1;

    /// <summary>
    /// The decoded value of any field of one of this snapshot's runs; null when there is none. Summaries of metrics are null also while they
    /// are not known yet, and being asked for they are computed in the background, see <see cref="Progress"/>. Of the run's own fields <c>duration</c> is always null, because it grows: see <see cref="CatalogRun.Duration"/>.
    /// </summary>
    public SacredValue? Value(CatalogRun run, RunField field) => field.Root != FieldRoot.Metric ? run.Value(field)
        : _content.Slots.TryGetValue(run.Id, out var slot) ? _summaries.Column(field).Value(slot)
        : null;

    /// <summary>The same at a moment: a duration too is there, as a number of seconds.</summary>
    public SacredValue? Value(CatalogRun run, RunField field, DateTimeOffset now) =>
        field.OwnField is { MovesWithTime: true } own ? OwnValues.Value(run, own, now) : Value(run, field);

    /// <summary>The same of many runs, in their order: the way to the field is looked up once.</summary>
    public IReadOnlyList<SacredValue?> Values(IReadOnlyList<CatalogRun> runs, RunField field)
    {
        if (field.Root == FieldRoot.Own)
        {
            return [.. runs.Select(run => run.Value(field))];
        }

        if (field.Root == FieldRoot.Metric)
        {
            var column = _summaries.Column(field);
            return [.. runs.Select(run => _content.Slots.TryGetValue(run.Id, out var slot) ? column.Value(slot) : null)];
        }

        var path = new FieldPath(_content.Packed.Paths, field.Path);
        return [.. runs.Select(run => path.Value(run.Block(field.Root)))];
    }

    /// <summary>
    /// The metrics that the runs have, by name. The first time that it is asked for there are none: they are looked for in the background, and
    /// the next snapshot has them; see <see cref="RunCatalog.WaitForMetricNamesAsync"/>.
    /// </summary>
    public IReadOnlyList<MetricName> MetricNames => _summaries.Names ?? [];

    internal bool HasMetricNames => _summaries.Names is not null;

    /// <summary>How far the summaries of metrics are that these fields are; fields that are no summaries are left out.</summary>
    public IReadOnlyList<SummaryProgress> Progress(IEnumerable<RunField> fields) => _summaries.Progress(fields, List.Count);

    /// <summary>False for the summary of a metric that is still to be computed; of all other fields everything is known.</summary>
    public bool IsKnown(CatalogRun run, RunField field) =>
        field.Root != FieldRoot.Metric || (_content.Slots.TryGetValue(run.Id, out var slot) && _summaries.Column(field).IsKnown(slot));

    /// <summary>The snapshot version in which the run, or one of these fields of it, last changed.</summary>
    public long VersionOf(CatalogRun run, IEnumerable<RunField> fields)
    {
        var version = run.Version;
        if (_content.Slots.TryGetValue(run.Id, out var slot))
        {
            foreach (var field in fields.Where(field => field.Root == FieldRoot.Metric))
            {
                version = Math.Max(version, _summaries.Column(field).ChangedIn(slot));
            }
        }

        return version;
    }

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
    public RunQueryResult Query(RunQuery query)
    {
        var answer = _answers.Find(query);
        return Page(answer.Slots, query, answer.Statuses) with { Metrics = answer.Metrics, Error = answer.Error, Notes = answer.Notes };
    }

    /// <summary>The query with the config paths in full that were found for its bare names.</summary>
    public QueryNode InFull(QueryNode query) => FieldsInFull.Write(query, new FieldResolver(_content));

    /// <summary>The runs that answer a query, put together into groups, and one page of these.</summary>
    public GroupQueryResult Group(GroupQuery query) => _groups.Find(query, Version);

    /// <summary>The groups that <see cref="Group"/> gives, summed up one by one: however many there are, they are not all there at once.</summary>
    public IEnumerable<RunGroup> EachGroup(GroupQuery query) => _groups.Each(query);

    /// <summary>The <see cref="RunGroup.Number"/> of the group that a run is in; null when it is in none.</summary>
    public int? GroupNumberOf(GroupQuery query, RunId member) =>
        _content.Slots.TryGetValue(member, out var slot) && _groups.NumberOf(query, slot) is >= 0 and var number ? number : null;

    /// <summary>The runs of the group that a run is in, in the order and range of the query of runs; null when it is in none.</summary>
    public RunQueryResult? GroupOf(GroupQuery query, RunId member) =>
        _content.Slots.TryGetValue(member, out var slot) && _groups.Members(query, slot) is { } members ? Page(members, query.Runs, []) : null;

    /// <summary>The numbers of some fields in all runs that answer the query, whatever its range; one summary for each field.</summary>
    public IReadOnlyList<NumberSummary> Totals(RunQuery query, IReadOnlyList<RunField> fields) => _groups.Totals(query, fields);

    /// <summary>How a query that somebody writes can go on at the caret, by what these runs have.</summary>
    public SuggestionList Suggest(string text, int at) => _content.Suggester.Suggest(text, at, _summaries.Names);

    /// <summary>
    /// Config fields whose values differ between these runs (a run that lacks the key differs too), those that differ
    /// most first as a person would want them as columns; at most <paramref name="max"/>. Seeds and <c>__doc__</c> come last or not at all.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) => Queries.Columns.DifferingConfig.Find(runs, max);

    /// <summary>
    /// All config fields whose values differ among all runs that answer the query, whatever page is asked for; the most telling first. Keys
    /// that most of them lack come late, seeds last.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(RunQuery query) => VaryingConfig.Find(List, _answers.Find(query).Slots, _content.Packed.Paths);

    /// <summary>Makes what the first query would have to wait for.</summary>
    internal void Warm()
    {
        _answers.Warm();
        _content.Suggester.Warm();
    }

    internal void Supersede() => _superseded.TrySetResult();

    private RunQueryResult Page(int[] slots, RunQuery query, IReadOnlyList<StatusCount> statuses)
    {
        var from = Math.Clamp(query.Skip, 0, slots.Length);
        var page = slots.AsSpan(from, Math.Clamp(query.Take, 0, slots.Length - from));
        var runs = new CatalogRun[page.Length];
        for (var i = 0; i < page.Length; i++)
        {
            runs[i] = List.At(page[i])!;
        }

        return new() { Version = Version, Total = List.Count, Matched = slots.Length, Runs = runs, Statuses = statuses };
    }
}
