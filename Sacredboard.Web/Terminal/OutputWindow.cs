namespace Sacredboard.Web.Terminal;

/// <summary>A window of a run's output, as a terminal would show it.</summary>
/// <param name="From">Start of the window in UTF-16 units; the start of a line where there is one.</param>
/// <param name="End">End of the window.</param>
/// <param name="Length">Length of the whole output.</param>
/// <param name="Resume">Position from which to read further output.</param>
/// <param name="Open">Number of the last rows that further output replaces.</param>
public sealed record OutputWindow(IReadOnlyList<TerminalRow> Rows, long From, long End, long Length, long Resume, int Open)
{
    public static readonly OutputWindow Empty = new([], 0, 0, 0, 0, 0);

    public bool HasEarlier => From > 0;

    public bool HasLater => End < Length;

    /// <summary>Its last rows.</summary>
    public IReadOnlyList<TerminalRow> Last(int rows) => Rows.Count <= rows ? Rows : [.. Rows.Skip(Rows.Count - rows)];
}
