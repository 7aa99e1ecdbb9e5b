using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

internal static class Accessibility
{
    // Only what is wrong is handed over: all that passed is megabytes of a table.
    private const string Run = """
        async () => {
          const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] })
          const wrong = violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, html }) => `${id} (${impact}): ${target} ${html}`))
          return passes.length ? wrong : ['axe looked at nothing']
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Asserts that axe finds no violation on the page as it is now; the failure names each rule and element.</summary>
    // Not by axe's own package for this browser, which joins what it found in frames in a page of its own and so takes five times as long.
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var wrong = await page.EvaluateAsync<string[]>(Run);
        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
    }
}
