namespace Sacredboard.Web.Terminal;

/// <summary>A window on a run's output, as a terminal would show it.</summary>
/// <param name="From">Where the window begins, in UTF-16 units; always at the beginning of a line where there is one.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Length">Length of the whole output.</param>
/// <param name="Resume">Where to read on from when there is more.</param>
/// <param name="Open">So many of the last rows what follows replaces.</param>
public sealed record OutputWindow(IReadOnlyList<TerminalRow> Rows, long From, long End, long Length, long Resume, int Open)
{
    public static readonly OutputWindow Empty = new([], 0, 0, 0, 0, 0);

    public bool HasEarlier => From > 0;

    public bool HasLater => End < Length;

    /// <summary>The last rows of it.</summary>
    public IReadOnlyList<TerminalRow> Last(int rows) => Rows.Count <= rows ? Rows : [.. Rows.Skip(Rows.Count - rows)];
}
