using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.TablePage;

/// <param name="List">The page as it is now.</param>
/// <param name="Rows">Those of its rows that are new or changed.</param>
/// <param name="HasNewColumns">It has columns that the open page has not.</param>
public sealed record TableChangesViewModel(TablePageViewModel List, IReadOnlyList<RunRowViewModel> Rows, bool HasNewColumns)
{
    /// <param name="list">The page as it is now.</param>
    /// <param name="known">What the open page was made of; null when that is not known.</param>
    /// <param name="shown">How many columns it has, besides status and id; null when that is not known.</param>
    public static TableChangesViewModel Of(TablePageViewModel list, TableToken? known, int? shown)
    {
        var grown = shown is { } columns && list.Table.Headings.Count - RunColumn.Fixed.Count > columns;
        var all = known is null || grown || list.Token.Look != known.Value.Look;
        return new(list, [.. list.Table.Rows.Where(row => all || row.Version > known!.Value.Version)], grown);
    }
}
