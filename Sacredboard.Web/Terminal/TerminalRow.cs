namespace Sacredboard.Web.Terminal;

/// <summary>A run of characters of one look.</summary>
/// <param name="Classes">CSS classes (<c>t-fg1 t-b</c>), or null for plain text.</param>
public readonly record struct TerminalSpan(string Text, string? Classes);

/// <param name="Start">Where in the text the line begins that this row was first written by, in UTF-16 units.</param>
public sealed record TerminalRow(long Start, IReadOnlyList<TerminalSpan> Spans);
