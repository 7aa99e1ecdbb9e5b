namespace Sacredboard.Web.Models.Groups;

/// <summary>The menu that groups the runs.</summary>
/// <param name="FlatUrl">The same runs, not grouped.</param>
/// <param name="Choices">What the runs can be grouped by.</param>
/// <param name="Fields">What the runs are grouped by, as in <c>group=</c>; null if they are not grouped.</param>
/// <param name="Seeds">The config keys that are left out, as in <c>seeds=</c>; null for those that are found by their names.</param>
public sealed record GroupMenuViewModel(string FlatUrl, IReadOnlyList<GroupChoice> Choices, string? Fields, string? Seeds);

/// <summary>A field or fields to group by.</summary>
/// <param name="Text">The value of <c>group=</c>.</param>
public sealed record GroupChoice(string Title, string Text, string Url, bool IsCurrent);
