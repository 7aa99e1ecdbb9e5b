namespace Sacredboard.Web.Models.RunPage;

/// <summary>The tabs of a run's page; the URL of each ends with its name in lower case.</summary>
public enum RunTab
{
    Overview,
    Metrics,
    Output,
    Config,
    Files,
    Environment,
    Info,

    /// <summary>Only for runs with TensorBoard logs.</summary>
    TensorBoard,
}

/// <param name="Count">The number of items in the tab; null for tabs without a number.</param>
public sealed record RunTabLink(RunTab Tab, int? Count, bool Current)
{
    /// <summary>Where the points of its first charts come from, separated by blanks; null for none.</summary>
    public string? FirstCharts { get; init; }

    /// <summary>How many charts stand together with the first one, as far as that changes their width.</summary>
    public int InRow { get; init; }

    public string Name => Tab.ToString();

    /// <summary>The part of the address after the run's; "" for the first tab.</summary>
    public string Path => Tab == RunTab.Overview ? "" : Name.ToLowerInvariant();
}
