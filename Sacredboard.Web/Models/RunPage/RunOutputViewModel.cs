using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Window">What of the output is shown.</param>
/// <param name="Url">The tab's own.</param>
/// <param name="IsLive">There may come more.</param>
/// <param name="HasFailed">The run ended with an exception.</param>
public sealed record RunOutputViewModel(OutputWindow Window, string Url, bool IsLive, bool HasFailed) : RunTabContent;
