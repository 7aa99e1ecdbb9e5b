using System.Globalization;
using Microsoft.Playwright;

namespace Sacredboard.Benchmarks.Browser;

internal sealed partial class AskScenario
{
    private const int Repeats = 7;

    // Measured in the page: from the last key press to one frame after the awaited element is in the document.
    private const string Watch = "addEventListener('keydown', () => { window.pressed = performance.now() }, true)";

    private async Task OpenAsync(string query)
    {
        await page.GotoAsync($"{source}/runs{query}");
        await page.WaitForSelectorAsync("[data-rows] > [data-run]");
        await page.WaitForSelectorAsync("[data-region=live][data-phase=live]");
    }

    private async Task<double> ShownAsync(string what, double? since = null)
    {
        var shown = page.EvaluateAsync<double>($$"""
            since => new Promise(resolve => {
              const done = () => resolve(performance.now() - (since ?? window.pressed))
              const tick = () => requestAnimationFrame(({{what}}) ? done : tick)
              tick()
            })
            """, since);
        return await Task.WhenAny(shown, Task.Delay(TimeSpan.FromMinutes(2))) == shown
            ? await shown
            : throw new TimeoutException($"This did not come within two minutes: {what} on {page.Url}");
    }

    private static async Task ReportAsync(string work, Func<int, Task<double>> measure)
    {
        var first = await measure(0);
        var taken = new List<double>();
        for (var i = 1; i <= Repeats; i++)
        {
            taken.Add(await measure(i));
        }

        taken.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {work} | {taken[Repeats / 2]:F0} | {taken[0]:F0}–{taken[^1]:F0} | {first:F0} |"));
    }
}
