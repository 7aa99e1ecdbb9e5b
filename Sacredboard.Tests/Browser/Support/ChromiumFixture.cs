using Microsoft.Playwright;
using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(Sacredboard.Tests.Browser.Support.ChromiumFixture))]

namespace Sacredboard.Tests.Browser.Support;

/// <summary>
/// The one browser of a test run: the machine's own Chromium, named by <c>SACREDBOARD_CHROMIUM</c> or found on the PATH.
/// Started by the first test that wants it; no browser is ever downloaded.
/// </summary>
public sealed class ChromiumFixture : IAsyncDisposable
{
    // What keeps a browser in a container quiet: no calls home, no GPU, no shared memory of 64 MB.
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-extensions", "--disable-sync", "--no-first-run", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>The browser; where there is none the calling test is skipped, or failed when <c>SACREDBOARD_REQUIRE</c> asks for it.</summary>
    public async Task<IBrowser> BrowserAsync()
    {
        if (FindExecutable() is null)
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

    internal static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("SACREDBOARD_CHROMIUM") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        string[] names = OperatingSystem.IsWindows() ? ["chrome.exe", "chromium.exe"] : ["chromium", "chromium-browser", "google-chrome"];
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => directories.Select(directory => Path.Combine(directory, name))).FirstOrDefault(File.Exists);
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = FindExecutable(),
            Args = Flags,
            // Chromium's own sandbox does not start for root, who runs the tests in most containers.
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
        });
        return (playwright, browser);
    }
}
