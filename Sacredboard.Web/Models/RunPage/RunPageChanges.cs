using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The parts of a run's page that scripts replace.</summary>
/// <param name="Token">The token for the next request.</param>
/// <param name="State">How current the page is.</param>
/// <param name="Run">Null while the storage cannot be read; then only the state is replaced.</param>
public sealed record RunPageChanges(string Token, SourceStateViewModel State, RunViewModel? Run);
