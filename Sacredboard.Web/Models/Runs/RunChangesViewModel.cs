namespace Sacredboard.Web.Models.Runs;

/// <param name="List">The page as it is now.</param>
/// <param name="Rows">Those of its rows that are new or changed.</param>
public sealed record RunChangesViewModel(RunListViewModel List, IReadOnlyList<RunRowViewModel> Rows);
