using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Columns;
using Sacredboard.Data.Querying.Grouping;
using Sacredboard.Data.Querying.Suggesting;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog;

/// <summary>All runs of a source at one moment. Immutable: queries need no lock.</summary>
public sealed class CatalogSnapshot
{
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RunList _runs;
    private readonly PackView _packed;
    private readonly ConcurrentDictionary<RunId, int> _slots;
    private readonly QueryAnswers _answers;
    private readonly GroupAnswers _groups;
    private readonly Lazy<ColumnListing> _columns;
    private readonly Suggester _suggester;

    /// <param name="slots">Shared with later snapshots: it may have ids that this one has not.</param>
    internal CatalogSnapshot(long version, RunList runs, ConcurrentDictionary<RunId, int> slots, PackView packed, TimeProvider time)
    {
        (Version, _runs, _slots, _packed) = (version, runs, slots, packed);
        _answers = new(runs, packed, time);
        _groups = new(runs, packed, _answers, time, Value);
        _columns = new(() => ColumnListing.Of(runs, packed.Paths));
        _suggester = new(runs, _columns);
    }

    /// <summary>Grows by one whenever any runs change.</summary>
    public long Version { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CatalogRun> Runs => _runs;

    /// <summary>Every field that any of the runs has. Found when first asked for.</summary>
    public ColumnListing Columns => _columns.Value;

    /// <summary>Done as soon as there is a newer snapshot.</summary>
    internal Task Superseded => _superseded.Task;

    public CatalogRun? Find(RunId id) => _slots.TryGetValue(id, out var slot) ? _runs.At(slot) : null;

    /// <summary>Where the run stands in <see cref="Runs"/>, or -1.</summary>
    public int IndexOf(RunId id) => _slots.TryGetValue(id, out var slot) ? Array.IndexOf(_runs.Order, slot) : -1;

    /// <summary>
    /// The decoded value of any field of one of this snapshot's runs; null when there is none. Summaries of metrics are null also while they
    /// are not known yet. Of the run's own fields <c>duration</c> is always null, because it grows: see <see cref="CatalogRun.Duration"/>.
    /// </summary>
    public SacredValue? Value(CatalogRun run, RunField field) => field.Root == FieldRoot.Metric ? null : run.Value(field);

    /// <summary>The runs that answer the query, sorted, one page of them.</summary>
    public RunPage Query(RunQuery query)
    {
        var answer = _answers.Find(query);
        return Page(answer.Slots, query, answer.Statuses);
    }

    /// <summary>The runs that answer a query, put together into groups, and one page of these.</summary>
    public GroupPage Group(GroupQuery query) => _groups.Find(query, Version);

    /// <summary>The runs of the group that a run is in, in the order and range of the query of runs; null when it is in none.</summary>
    public RunPage? GroupOf(GroupQuery query, RunId member) =>
        _slots.TryGetValue(member, out var slot) && _groups.Members(query, slot) is { } members ? Page(members, query.Runs, []) : null;

    /// <summary>The numbers of some fields in all runs that answer the query, whatever its range; one summary for each field.</summary>
    public IReadOnlyList<NumberSummary> Totals(RunQuery query, IReadOnlyList<RunField> fields) => _groups.Totals(query, fields);

    /// <summary>How a query that somebody writes can go on at the caret, by what these runs have.</summary>
    public SuggestionList Suggest(string text, int at) => _suggester.Suggest(text, at);

    /// <summary>
    /// Config fields whose values differ between these runs (a run that lacks the key differs too), those that differ
    /// most first as a person would want them as columns; at most <paramref name="max"/>. Seeds and <c>__doc__</c> come last or not at all.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(IReadOnlyList<CatalogRun> runs, int max) => Querying.DifferingConfig.Find(runs, max);

    /// <summary>
    /// All config fields whose values differ among all runs that answer the query, whatever page is asked for; the most telling first. Keys
    /// that most of them lack come late, seeds last.
    /// </summary>
    public IReadOnlyList<RunField> DifferingConfig(RunQuery query) => VaryingConfig.Find(_runs, _answers.Find(query).Slots, _packed.Paths);

    /// <summary>Makes what the first query would have to wait for.</summary>
    internal void Warm() => _answers.Warm();

    internal void Supersede() => _superseded.TrySetResult();

    private RunPage Page(int[] slots, RunQuery query, IReadOnlyList<StatusCount> statuses)
    {
        var from = Math.Clamp(query.Skip, 0, slots.Length);
        var page = slots.AsSpan(from, Math.Clamp(query.Take, 0, slots.Length - from));
        var runs = new CatalogRun[page.Length];
        for (var i = 0; i < page.Length; i++)
        {
            runs[i] = _runs.At(page[i])!;
        }

        return new() { Version = Version, Total = _runs.Count, Matched = slots.Length, Runs = runs, Statuses = statuses };
    }
}
