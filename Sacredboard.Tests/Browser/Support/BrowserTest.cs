using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>A test in a real browser: each page has its own profile, and a test fails when one of its pages had a problem.</summary>
[Trait("Kind", "Browser")]
public abstract class BrowserTest(ChromiumFixture chromium) : IAsyncDisposable
{
    // Long enough that a busy machine does not make a test fail.
    private const float PageTimeout = 30_000;

    private readonly List<IBrowserContext> _contexts = [];

    static BrowserTest() => Assertions.SetDefaultExpectTimeout(PageTimeout);

    protected PageProblems Problems { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.True(!Problems.Found.Any(), string.Join(Environment.NewLine, Problems.Found));
    }

    /// <summary>An empty tab of a fresh profile, 1280 by 800, with <paramref name="address"/> as the base of relative ones.</summary>
    protected async Task<IPage> NewPageAsync(Uri address, Action<BrowserNewContextOptions>? change = null)
    {
        var browser = await chromium.BrowserAsync();
        var options = new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new() { Width = 1280, Height = 800 },
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        };
        change?.Invoke(options);
        var context = await browser.NewContextAsync(options);
        _contexts.Add(context);
        context.SetDefaultTimeout(PageTimeout);
        await Problems.WatchAsync(context, options.JavaScriptEnabled ?? true);
        return await context.NewPageAsync();
    }
}
