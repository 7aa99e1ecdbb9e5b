namespace Sacredboard.Data.Stores;

/// <param name="Kind">The backend in one word, such as <c>mongodb</c> or <c>files</c>; scripts see it.</param>
/// <param name="Place">Where the runs are.</param>
public sealed record RunStoreInfo(string Kind, StorePlace Place)
{
    /// <summary>All ids are text (directory names), so that a number in a URL needs no mark to be one.</summary>
    public bool IdsAreText { get; init; }

    /// <summary>The documents of the runs are those of a MongoObserver: the place has a database and a collection that can be asked for them.</summary>
    public bool HasMongoDocuments { get; init; }

    /// <summary>The observer of Sacred that writes to this place, as Python; null when no observer does.</summary>
    public string? Observer { get; init; }
}

/// <summary>Where a store reads, as a whole for people and in parts for programs. Credentials are removed.</summary>
/// <param name="Name">For people: hosts, database and collection, or the directory.</param>
public sealed record StorePlace(string Name)
{
    /// <summary>What stands before the hosts in a URL: <c>mongodb+srv</c> for a name that has to be looked up. Null of what has no URL.</summary>
    public string? Scheme { get; init; }

    /// <summary>One host or several with commas between, with ports where these count.</summary>
    public string? Host { get; init; }

    public string? Database { get; init; }

    public string? Collection { get; init; }

    /// <summary>A directory of this machine, absolute; what the runs say of files in it may be opened.</summary>
    public string? Directory { get; init; }

    public override string ToString() => Name;
}

/// <summary>How much of a source is looked at.</summary>
/// <param name="MaxRuns">At most so many, the newest; null for all.</param>
/// <param name="Since">Only runs started since then (UTC); null for all.</param>
public sealed record RunLimits(int? MaxRuns = null, DateTime? Since = null)
{
    public static readonly RunLimits None = new();
}
