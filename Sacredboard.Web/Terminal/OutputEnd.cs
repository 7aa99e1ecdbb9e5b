namespace Sacredboard.Web.Terminal;

/// <summary>The end of a run's output, as a terminal would show it.</summary>
/// <param name="Rows">Its last rows.</param>
/// <param name="Length">Length of the whole output in UTF-16 units.</param>
public sealed record OutputEnd(IReadOnlyList<TerminalRow> Rows, long Length)
{
    public static readonly OutputEnd Empty = new([], 0);

    /// <summary>The last of them.</summary>
    public IReadOnlyList<TerminalRow> Last(int rows) => Rows.Count <= rows ? Rows : [.. Rows.Skip(Rows.Count - rows)];
}
