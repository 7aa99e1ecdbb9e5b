using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>The query box, its builder, chips and help, by their data-* hooks.</summary>
public sealed class QueryBox(IPage page)
{
    public IPage Page => page;

    public ILocator Input => page.Locator("#q");

    public ILocator Suggestions => page.Locator("#q-list [role=option]");

    public ILocator Chosen => page.Locator("[role=option][aria-selected=true]");

    public ILocator Fault => page.Locator("[data-query-error]");

    public ILocator Fix => page.Locator("[data-query-suggestion]");

    public ILocator Chips => page.Locator("[data-term]");

    public ILocator Builder => page.Locator("#builder");

    public ILocator Field => page.Locator("#term-field");

    public ILocator Condition => page.Locator("#term-op");

    public ILocator Value => page.Locator("#term-value");

    public ILocator Text => page.Locator("#term-text");

    public ILocator TermFault => page.Locator("[data-term-fault]");

    public ILocator Help => page.Locator("#query-help");

    public ILocator Chip(string text) =>
        page.Locator("[data-term]", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = $"Change: {text}", Exact = true }) });

    /// <summary>The link that opens the builder on a chip.</summary>
    public ILocator Edit(string text) => Chip(text).Locator("[data-term-edit]");

    public ILocator Suggestion(string text) =>
        page.Locator("[role=option]:visible", new() { Has = page.Locator($"bdi:text-is('{text}')") });

    /// <summary>Types in the focused box.</summary>
    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text, new() { Delay = 15 });

    /// <summary>Types, and waits for the suggestions for the whole text, because a later answer would reset the choice.</summary>
    public Task TypeToSuggestionsAsync(string text) => page.RunAndWaitForResponseAsync(
        () => TypeAsync(text),
        answer => answer.Url.Contains("/suggest?", StringComparison.Ordinal)
            && QueryHelpers.ParseQuery(new Uri(answer.Url).Query)["q"].ToString().EndsWith(text, StringComparison.Ordinal));

    /// <summary>The table over the samples, once it is live, because a view that is still loading is fetched again in between.</summary>
    public static async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(IPage page, string query = "")
    {
        var runs = await RunsPage.OpenAsync(page, "samples", query);
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
        return (runs, new(page));
    }
}
