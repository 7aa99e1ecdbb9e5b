using Microsoft.Playwright;
using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(Sacredboard.Tests.Browser.Support.ChromiumFixture))]

namespace Sacredboard.Tests.Browser.Support;

/// <summary>The browser of a test run, started by the first test that needs it.</summary>
public sealed class ChromiumFixture : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>The browser; without one the calling test is skipped, or fails when <c>SACREDBOARD_REQUIRE</c> asks for it.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        Requirement.AssertTrait(Requirement.Browser);
        if (ChromiumLaunch.FindExecutable() is null)
        {
            Requirement.Missing(Requirement.Browser, "There is no chromium on the PATH, and SACREDBOARD_CHROMIUM names none.");
        }

        return (await _started.Value).Browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(ChromiumLaunch.Options()));
    }
}
