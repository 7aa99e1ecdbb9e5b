using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Rows">The part of the output that is shown.</param>
/// <param name="Url">The address of the output, below which scripts read it.</param>
public sealed record RunOutputViewModel(OutputRows Rows, string Url) : RunTabContent
{
    /// <summary>The address of the tab.</summary>
    public required string PageUrl { get; init; }

    /// <summary>More output may follow.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The file that holds the output instead, as the run recorded it; null when there is none.</summary>
    public required string? File { get; init; }

    /// <summary>The run ended with an exception.</summary>
    public required bool HasFailed { get; init; }

    /// <summary>Why it is not all that was printed, one sentence; null where it is.</summary>
    public required string? Note { get; init; }

    public required OutputState State { get; init; }

    /// <summary>What the search found; null without one.</summary>
    public required OutputHits? Hits { get; init; }

    /// <summary>What the address carries besides.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; }

    /// <summary>The address of the tab with another search, place or look.</summary>
    public string UrlOf(OutputState state) => QueryHelpers.AddQueryString(PageUrl, state.Pairs());

    /// <summary>The address of the part before the one that is shown, for browsers without scripts.</summary>
    public string EarlierUrl => UrlOf(new("", 1, State.IsRaw, Math.Max(1, Rows.First - OutputLines.Block)));

    /// <summary>The address of the part after the one that is shown, for browsers without scripts.</summary>
    public string LaterUrl => UrlOf(new("", 1, State.IsRaw, Rows.End + (OutputLines.Block / 2)));

    /// <summary>The address of the end.</summary>
    public string EndUrl => UrlOf(new("", 1, State.IsRaw));
}
