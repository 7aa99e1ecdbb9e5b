using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>A tab that shows a tree such as config.</summary>
/// <param name="Empty">The text to show if the tree is empty.</param>
public sealed record RunTreeViewModel(TreeViewModel Tree, string Empty) : RunTabContent
{
    /// <summary>The run that it is compared with; null where there is no such choice.</summary>
    public ConfigBaseline? Baseline { get; init; }
}
