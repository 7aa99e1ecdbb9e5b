namespace Sacredboard.Web.Models.Groups;

/// <summary>The menu that puts the runs into groups.</summary>
/// <param name="FlatUrl">The same runs, not grouped.</param>
/// <param name="Choices">What it offers to group by.</param>
/// <param name="Fields">What the runs are grouped by, as <c>group=</c> has it; null when they are not.</param>
/// <param name="Seeds">The config keys that are left out, as <c>seeds=</c> has it; null for those found by name.</param>
public sealed record GroupMenuViewModel(string FlatUrl, IReadOnlyList<GroupChoice> Choices, string? Fields, string? Seeds);

/// <summary>Something to group by.</summary>
/// <param name="Text">As <c>group=</c> has it.</param>
public sealed record GroupChoice(string Title, string Text, string Url, bool IsCurrent);
