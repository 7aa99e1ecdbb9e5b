using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Window">The part of the output that is shown.</param>
/// <param name="Url">The address of the tab.</param>
/// <param name="IsLive">More output may follow.</param>
/// <param name="HasFailed">The run ended with an exception.</param>
public sealed record RunOutputViewModel(OutputWindow Window, string Url, bool IsLive, bool HasFailed) : RunTabContent;
