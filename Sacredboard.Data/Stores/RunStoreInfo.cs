namespace Sacredboard.Data.Stores;

/// <param name="Kind">The backend in one word, such as <c>mongodb</c> or <c>files</c>, also used by scripts.</param>
/// <param name="Place">The place of the runs.</param>
public sealed record RunStoreInfo(string Kind, StorePlace Place)
{
    /// <summary>True when all ids are text (directory names), so that a number in a URL is read as text.</summary>
    public bool IdsAreText { get; init; }

    /// <summary>
    /// True when the runs are documents of a MongoObserver, in the database and collection of the place.
    /// </summary>
    public bool HasMongoDocuments { get; init; }

    /// <summary>True when runs of Sacred may lie in the directory of the place without being runs of this store.</summary>
    public bool PassesOverRuns { get; init; }

    /// <summary>What a place without runs does not hold, for who named another one than was meant; null for nothing to say.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>
    /// The name of Sacred's observer for this kind of storage, if it stores no metrics. Lists in the info of a run are curves all the same.
    /// </summary>
    public string? ObserverWithoutMetrics { get; init; }

    /// <summary>
    /// True when the observer mostly stores no heartbeat before a run ends, so that a run without one is no sign that it was killed.
    /// </summary>
    public bool HeartbeatsAreRare { get; init; }

    /// <summary>Why the output of its runs is not all that they printed, in one sentence; null where it is.</summary>
    public string? OutputNote { get; init; }

    /// <summary>A Python expression for the Sacred observer that writes to this place; null when none does.</summary>
    public string? Observer { get; init; }
}

/// <summary>The place of a store, as a name for users and in parts for programs. Contains no credentials.</summary>
/// <param name="Name">A name for users: hosts, database and collection, or the directory.</param>
public sealed record StorePlace(string Name)
{
    /// <summary>The scheme of the URL, such as <c>mongodb+srv</c> for a name that must be resolved; null without a URL.</summary>
    public string? Scheme { get; init; }

    /// <summary>One or more hosts separated by commas, with ports where needed.</summary>
    public string? Host { get; init; }

    public string? Database { get; init; }

    public string? Collection { get; init; }

    /// <summary>An absolute directory of this machine; files in it that runs name may be opened.</summary>
    public string? Directory { get; init; }

    public override string ToString() => Name;
}

/// <summary>Limits of the runs read from a source.</summary>
/// <param name="MaxRuns">Maximum number of runs, the newest; null for all.</param>
/// <param name="Since">Only runs started since then (UTC); null for all.</param>
public sealed record RunLimits(int? MaxRuns = null, DateTime? Since = null)
{
    public static readonly RunLimits None = new();
}
