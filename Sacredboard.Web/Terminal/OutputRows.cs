namespace Sacredboard.Web.Terminal;

/// <summary>Some rows of a run's output.</summary>
/// <param name="Rows">As a terminal would show them, or as they are stored.</param>
/// <param name="First">The number of the first of them, from 0.</param>
/// <param name="Total">How many rows the output has.</param>
/// <param name="Length">Length of the whole output in UTF-16 units.</param>
/// <param name="Version">Another number means that rows may have changed anywhere: the output began anew.</param>
public sealed record OutputRows(IReadOnlyList<TerminalRow> Rows, int First, int Total, long Length, long Version)
{
    public static readonly OutputRows Empty = new([], 0, 0, 0, 0);

    /// <summary>The row of the place that was asked for, from 0; null when none was.</summary>
    public int? Found { get; init; }

    /// <summary>The number of the row after them, from 0.</summary>
    public int End => First + Rows.Count;

    public bool HasEarlier => First > 0;

    public bool HasLater => End < Total;
}

/// <summary>What changed in an output since a page read of it.</summary>
/// <param name="Version">As in <see cref="OutputRows"/>.</param>
/// <param name="Length">Length of the output now, in UTF-16 units.</param>
/// <param name="Lines">How many rows it has now.</param>
/// <param name="From">The first row that may have changed, from 0.</param>
public sealed record OutputChange(string Version, long Length, int Lines, int From);
