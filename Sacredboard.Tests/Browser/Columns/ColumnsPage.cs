using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;

namespace Sacredboard.Tests.Browser.Columns;

/// <summary>The table with the column chooser beside it, by its data-* hooks.</summary>
internal sealed class ColumnsPage(IPage page)
{
    public RunsPage Runs { get; } = new(page);

    public ILocator Button => page.Locator("[data-columns-open]");

    public ILocator Panel => page.Locator("[data-columns-panel]");

    public ILocator Said => page.Locator("[data-columns-said]");

    public ILocator Find => Panel.Locator("[data-key=find]");

    public ILocator Chosen => Panel.Locator("[data-chosen] > li");

    public static async Task<ColumnsPage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        var columns = new ColumnsPage(page);
        await columns.Button.ClickAsync();
        await Assertions.Expect(columns.Find).ToBeFocusedAsync();
        return columns;
    }

    public ILocator Item(string field) => Panel.Locator($"[data-chosen] > li[data-field='{field}']");

    public ILocator Available(string field) => Panel.Locator($"[data-available='{field}']");

    /// <summary>A control by its action and, where there are several, its field.</summary>
    public ILocator Control(string key) => Panel.Locator($"[data-key='{key}']");

    public async Task<IReadOnlyList<string>> ChosenAsync() =>
        await Chosen.EvaluateAllAsync<string[]>("items => items.map(item => item.dataset.field)");

    /// <summary>The fields of the table's columns.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync() =>
        await page.Locator("th[data-column]").EvaluateAllAsync<string[]>("headings => headings.map(heading => heading.dataset.column)");
}
