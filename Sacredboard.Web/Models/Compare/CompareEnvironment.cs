namespace Sacredboard.Web.Models.Compare;

/// <summary>Host, code and packages of a few runs.</summary>
/// <param name="Columns">The indices of the runs that are columns.</param>
/// <param name="Sections">With a cell for each of these runs.</param>
public sealed record CompareEnvironment(ComparedPair Pair, IReadOnlyList<int> Columns, IReadOnlyList<CompareSection> Sections)
    : ComparePairContent(Pair)
{
    /// <summary>More runs than these are too many: only two are shown.</summary>
    public const int MaxColumns = 6;
}
