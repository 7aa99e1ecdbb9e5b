using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>The table of runs, by its data-* hooks.</summary>
public sealed class RunsPage(IPage page)
{
    public IPage Page => page;

    public ILocator Rows => page.Locator("[data-rows] > [data-run]");

    public ILocator Details => page.Locator("[data-detail-of] [data-detail]");

    public ILocator Search => page.Locator("#q");

    public ILocator Live => page.Locator("[data-region=live]");

    public ILocator Empty => page.Locator("[data-empty]");

    public static async Task<RunsPage> OpenAsync(IPage page, string source, string query = "")
    {
        await page.GotoAsync($"{source}/runs{query}");
        return new(page);
    }

    public ILocator Row(string id) => page.Locator($"[data-rows] > [data-run='{id}']");

    public ILocator Toggle(string id) => Row(id).Locator("[data-toggle]");

    public ILocator Detail(string id) => page.Locator($"[data-detail-of='{id}'] [data-detail]");

    public ILocator Status(string id) => Row(id).Locator("[data-status]");

    public ILocator Cell(string id, string column) => Row(id).Locator($".c-{column}");

    /// <param name="status">Sacred's word; empty for all.</param>
    public ILocator Chip(string status) => page.Locator($"[data-status-filter='{status}']");

    public ILocator Heading(string field) => page.Locator($"th[data-column='{field}']");

    /// <summary>The ids of the rows from top to bottom, encoded as in URLs.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync() =>
        await Rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.run)");
}
