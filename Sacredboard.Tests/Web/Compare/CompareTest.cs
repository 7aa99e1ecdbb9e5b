using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Asks a board for comparisons once its runs are loaded.</summary>
public abstract class CompareTest(Board board) : IAsyncLifetime
{
    /// <summary>Of the source "lab".</summary>
    protected RunPageClient Pages { get; } = new(board, "lab");

    public async ValueTask InitializeAsync() => await board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Pages.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The values in a row of a table, without what is said of them to screen readers alone.</summary>
    protected static List<string> Row(IParentNode page, string field) =>
        [.. page.QuerySelectorAll("tr").Single(row => row.GetAttribute("data-field") == field).QuerySelectorAll("td").Select(CellText)];

    protected static string Best(IParentNode page, string field) => CellText(page.QuerySelector($"tr[data-field='{field}'] [data-best]")!);

    protected static string CellText(IElement cell) => (cell.QuerySelector("bdi") ?? cell).FirstChild!.TextContent;
}
