using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>What a run's page puts in place of what it shows.</summary>
/// <param name="Token">What to ask with next.</param>
/// <param name="State">How current it is.</param>
/// <param name="Run">Null while the storage cannot be read: then the page stays as it is.</param>
public sealed record RunPageChanges(string Token, SourceStateViewModel State, RunViewModel? Run);
