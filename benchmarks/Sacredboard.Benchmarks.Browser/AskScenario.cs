using System.Globalization;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;

namespace Sacredboard.Benchmarks.Browser;

/// <summary>
/// Queries runs by keyboard alone, in one window that stays open: query box, chooser, order, groups, hundreds of columns, a CSV.
/// Fails with the name of what was waited for when it does not appear.
/// </summary>
/// <param name="page">An empty tab.</param>
/// <param name="source">Name of a source with runs of fill_mongo.py: <c>optimizer.name</c>, <c>lr</c>, the metric
/// <c>training.loss</c>.</param>
internal sealed partial class AskScenario(IPage page, string source)
{
    private const int ManyColumns = 300;

    public static async Task RunAsync(Uri address, string source)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(ChromiumLaunch.Options());
        var page = await browser.NewPageAsync(new() { BaseURL = address.AbsoluteUri, ViewportSize = new() { Width = 1280, Height = 800 } });
        page.SetDefaultTimeout(60_000);
        await page.AddInitScriptAsync(Watch);
        await new AskScenario(page, source).RunAsync();
    }

    private async Task RunAsync()
    {
        await ReportAsync("key → suggestions of fields shown", i => SuggestAsync("", $"optim{"izer"[..(i % 5)]}"));
        await ReportAsync("key → values with their counts shown", i => SuggestAsync("optimizer.name = ", "ad"[..(1 + (i % 2))]));
        await ReportAsync("key → metrics shown", i => SuggestAsync("min(", "training"[..(3 + (i % 5))]));
        await ReportAsync(
            "Enter → rows shown",
            i => SearchAsync(string.Create(CultureInfo.InvariantCulture, $"optimizer.name = adam and lr < {0.05 + (i * 0.001)}")));
        await ReportAsync("Enter → a query that cannot be read is told", i => FaultAsync($"lr < {i + 1}", "lr <"));
        await ReportAsync("Enter on Columns → chooser open", _ => OpenChooserAsync());
        await ReportAsync("Enter on a field → its column shown", i => AddColumnAsync(i % 2 == 0 ? "model.depth" : "optimizer.name"));
        await ReportAsync("Enter on a heading → sorted rows shown", _ => SortAsync("seed"));
        await ReportAsync(
            "Enter on a heading → sorted by a metric (the first time its summaries are made)",
            _ => SortAsync("min(training.loss)"));
        await ReportAsync("Enter on Group by config without seeds → groups shown", _ => GroupAsync());
        var columns = await ColumnsAsync();
        foreach (var size in new[] { 50, 200 })
        {
            await ReportAsync(
                $"navigation → {ManyColumns} columns × {size} rows shown",
                _ => NavigateAsync(
                    $"?columns={columns}&size={size}",
                    $"document.querySelectorAll('[data-rows] > [data-run]').length === {size} && "
                        + $"document.querySelectorAll('th[data-column]').length > {ManyColumns}"));
        }

        await ReportAsync("CSV of all runs: request → first bytes", _ => FirstBytesAsync());
    }

    // Measures the last letter; the text before it is inserted at once.
    private async Task<double> SuggestAsync(string before, string typed)
    {
        await OpenAsync("");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.InsertTextAsync(before + typed[..^1]);
        await page.WaitForTimeoutAsync(400);
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("() => document.querySelector('#q-list').replaceChildren()");
        await page.Keyboard.PressAsync(typed[^1..]);
        return await ShownAsync("document.querySelector('#q-list:not([hidden]) [role=option]')");
    }

    private async Task<double> SearchAsync(string query)
    {
        await OpenAsync("");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.InsertTextAsync(query);
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync("decodeURIComponent(location.search).includes('adam') && document.querySelector('[data-rows] > "
            + "[data-run]') && document.querySelectorAll('[data-term]').length === 2");
    }

    private async Task<double> FaultAsync(string before, string query)
    {
        await OpenAsync($"?q={Uri.EscapeDataString(before)}");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(query);
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync("document.querySelector('[data-query-error]') && document.querySelector('[data-rows] > [data-run]')");
    }

    private async Task<double> OpenChooserAsync()
    {
        await OpenAsync("?columns=experiment,result");
        await page.FocusAsync("[data-columns-open]");
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync("document.querySelector('[data-columns-panel] [data-available]')");
    }

    private async Task<double> AddColumnAsync(string field)
    {
        await OpenChooserAsync();
        await page.Keyboard.InsertTextAsync(field);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-columns-panel] [data-available]').length < 8");
        await page.FocusAsync($"[data-available='{field}']");
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync($"document.querySelector('th[data-column=\"{field}\"]')");
    }

    private async Task<double> SortAsync(string field)
    {
        await OpenAsync($"?columns=experiment,{field}");
        await page.FocusAsync($"th[data-column='{field}'] button");
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync($"document.querySelector('th[data-column=\"{field}\"]').ariaSort === 'ascending' && "
            + $"!document.querySelector('[data-statistics]')");
    }

    private async Task<double> GroupAsync()
    {
        await OpenAsync("?columns=experiment,result");
        await page.FocusAsync("[data-group-menu] > summary");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync("[data-group-by='experiment,config']");
        await page.Keyboard.PressAsync("Enter");
        return await ShownAsync("document.querySelector('[data-group]')");
    }

    private async Task<double> NavigateAsync(string query, string shown)
    {
        await page.GotoAsync($"{source}/runs{query}", new() { WaitUntil = WaitUntilState.Commit });
        return await ShownAsync(shown, since: 0);
    }

    private async Task<double> FirstBytesAsync()
    {
        await OpenAsync("?columns=experiment,result,lr");
        return await page.EvaluateAsync<double>("""
            async () => {
              const since = performance.now()
              const response = await fetch(document.querySelector('[data-export-csv]').href)
              if (!response.ok) throw new Error(`CSV: ${response.status}`)
              const reader = response.body.getReader()
              await reader.read()
              const taken = performance.now() - since
              await reader.cancel()
              return taken
            }
            """);
    }

    private async Task<string> ColumnsAsync()
    {
        await OpenAsync("");
        var found = await page.EvaluateAsync<string[]>(
            "async source => (await (await fetch(`/api/v1/${source}/runs?take=1`)).json()).runs.map(run => run.id)", source);
        var leaves = await page.EvaluateAsync<string[]>("""
            async ({ source, id }) => {
              const run = await (await fetch(`/api/v1/${source}/runs/${id}?decoded=true`)).json()
              const name = key => /^\w+$/.test(key) ? key : `"${key}"`
              const isObject = value => value && typeof value === 'object' && !Array.isArray(value)
              const paths = (value, path) => isObject(value)
                ? Object.entries(value).flatMap(([key, one]) => paths(one, `${path}.${name(key)}`))
                : [path]
              return [...paths(run.config, 'config'), ...paths(run.meta, 'meta'), ...paths(run.hostInfo, 'host')]
            }
            """, new { source, id = found[0] });
        // Filled up with keys that no run has, which cost the layout as much.
        return Uri.EscapeDataString(string.Join(
            ',',
            leaves.Concat(Enumerable.Range(0, ManyColumns).Select(i => $"config.lacking{i}")).Take(ManyColumns)));
    }
}
