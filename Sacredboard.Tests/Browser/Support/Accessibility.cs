using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

internal static class Accessibility
{
    /// <summary>Asserts that axe finds no violation on the page as it is now; the failure names each rule and element.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe();
        var violations = result.Violations.SelectMany(violation =>
            violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Target} {node.Html}")).ToList();
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
        Assert.NotEmpty(result.Passes);
    }
}
