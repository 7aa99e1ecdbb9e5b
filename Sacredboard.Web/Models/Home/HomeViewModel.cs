using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.Home;

/// <summary>The start page: all sources.</summary>
/// <param name="Sources">In the order of the configuration.</param>
/// <param name="SearchUrl">Where runs of all sources are found.</param>
/// <param name="Problems">Why changed settings do not count.</param>
public sealed record HomeViewModel(
    IReadOnlyList<SourceCardViewModel> Sources, string? SearchUrl, IReadOnlyList<string> Problems);

/// <summary>One source on the start page.</summary>
public sealed record SourceCardViewModel
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>The database or directory, without credentials.</summary>
    public required string Place { get; init; }

    /// <summary>How current it is; null while its runs are not read.</summary>
    public required SourceStateViewModel? State { get; init; }

    /// <summary>Number of runs; null while it is not known.</summary>
    public required long? Total { get; init; }

    /// <summary>Runs by status, in the order of the filters; empty where they are not counted.</summary>
    public required IReadOnlyList<StatusShare> Statuses { get; init; }

    /// <summary>The latest time of a run (UTC); null when it is not known.</summary>
    public required DateTime? LastActivity { get; init; }

    /// <summary>Why it cannot be read; null while it can.</summary>
    public required string? Problem { get; init; }
}

/// <param name="Label">How the status is shown.</param>
/// <param name="Status">The status.</param>
/// <param name="Count">Number of runs.</param>
/// <param name="Url">The table of these runs.</param>
public sealed record StatusShare(StatusLabel Label, string Status, long Count, string Url);
