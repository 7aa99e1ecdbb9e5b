namespace Sacredboard.Web.Models.RunPage;

/// <summary>The parts of a run's page; each has a URL of its own that ends with its name in lower case.</summary>
public enum RunTab
{
    Overview,
    Metrics,
    Output,
    Config,
    Files,
    Environment,
    Info,

    /// <summary>Only of runs that keep TensorBoard logs.</summary>
    TensorBoard,
}

/// <param name="Count">How many things are behind the tab; null where nothing is counted.</param>
public sealed record RunTabLink(RunTab Tab, int? Count, bool Current)
{
    public string Name => Tab.ToString();

    /// <summary>What follows the run's own URL.</summary>
    public string Path => Tab == RunTab.Overview ? "" : "/" + Name.ToLowerInvariant();
}
