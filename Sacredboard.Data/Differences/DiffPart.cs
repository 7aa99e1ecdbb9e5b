namespace Sacredboard.Data.Differences;

public enum DiffPartKind
{
    /// <summary>Equal lines around a change.</summary>
    Same,

    /// <summary>Equal lines far from any change.</summary>
    Folded,
    Changed,
}

/// <summary>Some lines of a <see cref="TextDiff"/> that belong together.</summary>
/// <param name="Before">Where the lines begin in the first text; 0 is its first line.</param>
/// <param name="After">Where they begin in the second text.</param>
/// <param name="Removed">Those of the first text; of equal ones the same as <paramref name="Added"/>.</param>
/// <param name="Added">Those of the second text.</param>
public sealed record DiffPart(DiffPartKind Kind, int Before, int After, IReadOnlyList<DiffLine> Removed, IReadOnlyList<DiffLine> Added)
{
    /// <summary>How many more lines of the first text belong here, which are left out.</summary>
    public int RemovedLeft { get; init; }

    /// <summary>How many more lines of the second text.</summary>
    public int AddedLeft { get; init; }
}

/// <summary>A line in pieces, of which some may be marked as changed.</summary>
public sealed record DiffLine(IReadOnlyList<DiffSpan> Spans)
{
    public string Text => string.Concat(Spans.Select(span => span.Text));
}

/// <param name="IsChanged">The line at the other side has something else here.</param>
public readonly record struct DiffSpan(string Text, bool IsChanged);
