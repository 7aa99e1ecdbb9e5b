using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>A free-form part of a run as a tree of its own tab.</summary>
/// <param name="Empty">What to say when there is nothing.</param>
public sealed record RunTreeViewModel(TreeViewModel Tree, string Empty) : RunTabContent;
