using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>Input of a user without a mouse.</summary>
internal static class KeyboardOnly
{
    private const int Most = 80;

    /// <summary>Presses Tab until an element that matches has the focus.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var i = 0; i < Most; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached by keyboard");
    }
}
