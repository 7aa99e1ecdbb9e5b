namespace Sacredboard.Web.Terminal;

/// <summary>Consecutive characters with the same attributes.</summary>
/// <param name="Classes">CSS classes (<c>t-fg1 t-b</c>), or null for plain text.</param>
public readonly record struct TerminalSpan(string Text, string? Classes);

/// <param name="Start">Position in the text, in UTF-16 units, of the line that first wrote to this row.</param>
public sealed record TerminalRow(long Start, IReadOnlyList<TerminalSpan> Spans)
{
    /// <summary>How many characters follow that are not shown.</summary>
    public long Hidden { get; init; }
}
