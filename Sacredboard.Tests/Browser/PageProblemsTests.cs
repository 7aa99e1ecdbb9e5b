using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;

namespace Sacredboard.Tests.Browser;

/// <summary>The check that all browser tests share notices faulty pages.</summary>
public sealed class PageProblemsTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private static readonly Uri Somewhere = new("http://127.0.0.1:9/");

    [Theory]
    [InlineData("<script>console.error('broken')</script>", "console error: broken")]
    [InlineData("<script>console.log('hint')</script>", "console log: hint")]
    [InlineData("<script>console.debug('detail')</script>", "console debug: detail")]
    [InlineData("<script>undefinedFunction()</script>", "script error")]
    [InlineData("<script>alert(1)</script>", "a dialog opened: 1")]
    [InlineData("<img src='http://example.org/x.png' alt=''>", "request to another host")]
    [InlineData("<img src='/missing.png' alt=''>", "failed request")]
    public async Task A_fault_of_a_page_is_noticed(string body, string problem)
    {
        var page = await OpenAsync(body, "default-src * 'unsafe-inline'");

        await Eventually.TrueAsync(() => Problems.Found.Any(found => found.StartsWith(problem, StringComparison.Ordinal)), problem);
        await page.CloseAsync();
        Problems.Expect("");
    }

    [Theory]
    [InlineData("<p style='color: red'>styled</p>", "CSP style-src")]
    [InlineData("<script>document.title = 'ran'</script>", "CSP script-src")]
    [InlineData("<a id='x' href='#' onclick='alert(1)'>x</a>", "CSP script-src")]
    public async Task Violations_of_the_content_security_policy_are_noticed(string body, string problem)
    {
        var page = await OpenAsync(body, "default-src 'none'; script-src 'self'; style-src 'self'");

        await Eventually.TrueAsync(() => Problems.Found.Any(found => found.StartsWith(problem, StringComparison.Ordinal)), problem);
        await page.CloseAsync();
        Problems.Expect("");
    }

    private async Task<IPage> OpenAsync(string body, string policy)
    {
        var page = await NewPageAsync(Somewhere);
        await page.RouteAsync("**/*", route => route.Request.Url == Somewhere.AbsoluteUri
            ? route.FulfillAsync(new()
            {
                ContentType = "text/html; charset=utf-8",
                Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
                Body = $"<!doctype html><html lang=en><title>t</title>{body}",
            })
            : route.AbortAsync("failed"));
        await page.GotoAsync("/");
        return page;
    }
}
