using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The changes of a table since a page showed it.</summary>
/// <param name="Page">The page as it is now.</param>
/// <param name="Rows">Its new and changed rows.</param>
/// <param name="HasNewColumns">It has columns that the open page does not have.</param>
public sealed record TableChangesViewModel(TablePageViewModel Page, IReadOnlyList<RunRowViewModel> Rows, bool HasNewColumns)
{
    /// <param name="page">The page as it is now.</param>
    /// <param name="known">The token of the open page; null if it is unknown.</param>
    /// <param name="shown">Number of its columns without status and id; null if it is unknown.</param>
    public static TableChangesViewModel Of(TablePageViewModel page, TableToken? known, int? shown)
    {
        var grown = shown is { } columns && page.Table.Headings.Count - RunColumn.Fixed.Count > columns;
        var all = known is null || grown || page.Token.Look != known.Value.Look;
        return new(page, [.. page.Table.Rows.Where(row => all || row.Version > known!.Value.Version)], grown);
    }
}
