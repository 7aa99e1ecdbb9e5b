using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Fields;

/// <summary>What kind of value a run's own property has. It decides how the property is compared, sorted, grouped, suggested and shown.</summary>
public enum OwnKind
{
    /// <summary>The run's id: a name, also when it is a number.</summary>
    Id,

    /// <summary>The status as shown: that of a dead run is not the stored one.</summary>
    Status,
    Text,

    /// <summary>A moment, UTC.</summary>
    Time,

    /// <summary>A length of time; of a run that goes on it ends now.</summary>
    Duration,

    /// <summary>A list of texts, perhaps an empty one.</summary>
    Tags,

    /// <summary>Any value, which is a tree of its own.</summary>
    Tree,
}

/// <summary>One of a run's own properties, such as its status or the time of its start. All of them are in <see cref="OwnFields"/>.</summary>
public sealed class OwnField
{
    private readonly string[][] _stored;

    /// <param name="name">As queries, columns and addresses have it.</param>
    /// <param name="kind">What kind of value it has.</param>
    /// <param name="stored">Where Sacred stores it, see <see cref="Stored"/>.</param>
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

    /// <summary>The property as columns, orders and queries name it.</summary>
    public RunField Field { get; }

    /// <summary>Its value changes without any change of the run.</summary>
    public bool MovesWithTime => Kind == OwnKind.Duration;

    /// <summary>Its values are numbers, or may be, so that their mean says something.</summary>
    public bool IsSummed => Kind is OwnKind.Duration or OwnKind.Tree;

    /// <summary>Its values depend on the run alone. An id is kept apart, and a status changes when the heartbeat stops.</summary>
    internal bool HasColumn => Kind is not (OwnKind.Id or OwnKind.Status);

    /// <summary>The tree that it is, for <see cref="OwnKind.Tree"/>; null for all others.</summary>
    internal FieldRoot? Tree { get; init; }

    /// <summary>
    /// Paths from the root of the document that Sacred stores, keys with dots between: the first that has a value counts. Empty for what is
    /// stored nowhere as it is shown.
    /// </summary>
    internal IReadOnlyList<string> Stored { get; }

    /// <summary>Why <see cref="Stored"/> is empty: "it is the last line of fail_trace".</summary>
    internal string? NotStored { get; init; }

    /// <summary>At the first path of <see cref="Stored"/> an empty text is no value.</summary>
    internal bool SkipsEmpty { get; init; }

    /// <summary>A word on its own in a query is looked for in it.</summary>
    internal bool IsSearched { get; init; }

    /// <summary>Mostly many runs have the same, so that its values are found for suggestions before they are asked for.</summary>
    internal bool IsShared { get; init; }

    /// <summary>For <see cref="OwnKind.Text"/>: the text of a run, or null. By default what is found at <see cref="Stored"/>.</summary>
    public Func<RunSummary, string?> Text { get; internal init; }

    /// <summary>For <see cref="OwnKind.Time"/>: the moment in UTC, or null. By default what is found at <see cref="Stored"/>.</summary>
    public Func<RunSummary, DateTime?> Time { get; internal init; }

    /// <summary>Its place among all properties of its kind.</summary>
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
