using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Fields;

/// <summary>The type of an own field. It decides how the field is compared, sorted, grouped, suggested and shown.</summary>
public enum OwnKind
{
    /// <summary>The run's id: a name, even when it is a number.</summary>
    Id,

    /// <summary>The status as shown; for a dead run not the stored one.</summary>
    Status,
    Text,

    /// <summary>A moment, UTC.</summary>
    Time,

    /// <summary>A length of time; of a running run until now.</summary>
    Duration,

    /// <summary>A list of texts, never missing but possibly empty.</summary>
    Tags,

    /// <summary>Any value: a tree.</summary>
    Tree,
}

/// <summary>A property of the run itself, such as its status or the time of its start; <see cref="OwnFields"/> has all.</summary>
public sealed class OwnField
{
    private readonly string[][] _stored;

    /// <param name="name">Its name in queries, columns and URLs.</param>
    /// <param name="kind">The type of its values.</param>
    /// <param name="stored">The paths at which Sacred stores it, see <see cref="Stored"/>.</param>
    internal OwnField(string name, OwnKind kind, params IReadOnlyList<string> stored)
    {
        (Name, Kind, Stored) = (name, kind, stored);
        _stored = [.. stored.Select(path => path.Split('.'))];
        Field = new() { Root = FieldRoot.Own, Path = [name] };
        Text = run => Find(run, RunSummaryReader.Text);
        Time = run => Find(run, StoredTime.Read);
    }

    public string Name { get; }

    public OwnKind Kind { get; }

    /// <summary>The field that columns, orders and queries use.</summary>
    public RunField Field { get; }

    /// <summary>True when its value changes although the run does not.</summary>
    public bool MovesWithTime => Kind == OwnKind.Duration;

    /// <summary>True when its values are or may be numbers, so that totals of them make sense.</summary>
    public bool IsSummed => Kind is OwnKind.Duration or OwnKind.Tree;

    /// <summary>True when the catalog has a column of it. Ids are kept elsewhere; a status changes when the heartbeat stops.</summary>
    internal bool HasColumn => Kind is not (OwnKind.Id or OwnKind.Status);

    /// <summary>The tree of the field, for <see cref="OwnKind.Tree"/>; null for all others.</summary>
    internal FieldRoot? Tree { get; init; }

    /// <summary>
    /// Paths from the root of the stored document, with dots between keys: the first with a value counts. Empty when the shown
    /// value is not stored.
    /// </summary>
    internal IReadOnlyList<string> Stored { get; }

    /// <summary>Why <see cref="Stored"/> is empty: "it is the last line of fail_trace".</summary>
    internal string? NotStored { get; init; }

    /// <summary>True when an empty text at the first path of <see cref="Stored"/> counts as no value.</summary>
    internal bool SkipsEmpty { get; init; }

    /// <summary>True when only the runs of some sources have it: in the others its name is that of a config key, if there is one.</summary>
    internal bool IsOfSome { get; init; }

    /// <summary>True when words of a query are searched in it.</summary>
    internal bool IsSearched { get; init; }

    /// <summary>True when many runs usually share a value, so that its values are collected for suggestions in advance.</summary>
    internal bool IsShared { get; init; }

    /// <summary>For <see cref="OwnKind.Text"/>: the text of a run, or null. By default read at <see cref="Stored"/>.</summary>
    public Func<RunSummary, string?> Text { get; internal init; }

    /// <summary>For <see cref="OwnKind.Time"/>: the moment in UTC, or null. By default read at <see cref="Stored"/>.</summary>
    public Func<RunSummary, DateTime?> Time { get; internal init; }

    /// <summary>Its index among all own fields of its kind.</summary>
    internal int Index { get; set; }

    public override string ToString() => Name;

    private T? Find<T>(RunSummary run, Func<SacredValue?, T?> read)
    {
        foreach (var keys in _stored)
        {
            var value = keys.Skip(1).Aggregate(Root(run, keys[0]), (value, key) => (value as SacredObject)?[key]);
            if (value is not null && read(value) is { } found)
            {
                return found;
            }
        }

        return default;
    }

    private static SacredValue? Root(RunSummary run, string key) => key switch
    {
        "config" => run.Config,
        "info" => run.Info,
        "host" => run.HostInfo,
        "meta" => run.Meta,
        "result" => run.Result,
        "experiment" => run.ExperimentInfo,
        _ => run.Document?[key],
    };
}
