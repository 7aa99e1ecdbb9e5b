using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser;

public sealed class NumbersTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("wholeText", "value => value.toLocaleString('en')", new double[] { 1, 12, 999, 1_000, 12_345, 999_999, 10_000_000, -350_000 })]
    [InlineData(
        "shortText",
        "new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 5 }).format",
        new[] { 1, 12.5, 999, 9_999.5, 12_345, 99_999, 999_994, 999_999, 1_234_567, 5e9, 2.5e12, 7e14, -350_000 })]
    public async Task Numbers_are_written_as_browsers_write_them(string name, string format, double[] numbers)
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs/36");

        var written = await page.EvaluateAsync<string[][]>(
            $$"""
            async numbers => {
              const { {{name}} } = await import('/js/shared/numbers.js')
              return [numbers.map({{name}}), numbers.map({{format}})]
            }
            """,
            numbers);

        Assert.Equal(written[1], written[0]);
    }
}
