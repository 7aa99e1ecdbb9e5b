namespace Sacredboard.Data.Stores;

/// <param name="Kind"><c>mongodb</c> or <c>files</c>.</param>
/// <param name="Place">For people: host and database, or the directory. Credentials removed.</param>
/// <param name="Capabilities">What this store can do.</param>
public sealed record RunStoreInfo(string Kind, string Place, RunStoreCapabilities Capabilities)
{
    /// <summary>What stands before <see cref="Place"/> in an address: <c>mongodb+srv</c> for a name that has to be looked up.</summary>
    public string Scheme { get; init; } = "mongodb";
}

/// <summary>What a store can do.</summary>
public sealed record RunStoreCapabilities
{
    /// <summary>All ids are text (directory names), so that a number in a URL needs no mark to be one.</summary>
    public bool IdsAreText { get; init; }

    /// <summary>Metrics are stored.</summary>
    public bool Metrics { get; init; } = true;
}

/// <summary>How much of a source is looked at.</summary>
/// <param name="MaxRuns">At most so many, the newest; null for all.</param>
/// <param name="Since">Only runs started since then (UTC); null for all.</param>
public sealed record RunLimits(int? MaxRuns = null, DateTime? Since = null)
{
    public static readonly RunLimits None = new();
}
