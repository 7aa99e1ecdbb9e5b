using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Window">The part of the output that is shown.</param>
/// <param name="Url">The address of the output, below which scripts read it.</param>
public sealed record RunOutputViewModel(OutputWindow Window, string Url) : RunTabContent
{
    /// <summary>The address of the tab.</summary>
    public required string PageUrl { get; init; }

    /// <summary>More output may follow.</summary>
    public required bool IsLive { get; init; }

    /// <summary>The run ended with an exception.</summary>
    public required bool HasFailed { get; init; }

    /// <summary>The address of the part before the one that is shown.</summary>
    public string EarlierUrl => $"{PageUrl}{(PageUrl.Contains('?') ? '&' : '?')}before={Window.From}";
}
