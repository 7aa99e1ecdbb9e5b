using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>How the machine's own Chromium is found and started; no browser is ever downloaded.</summary>
internal static class ChromiumLaunch
{
    // What keeps a browser in a container quiet: no calls home, no GPU, no shared memory of 64 MB; and its fonts the same everywhere.
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-extensions", "--disable-sync", "--no-first-run", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    /// <summary>What <c>SACREDBOARD_CHROMIUM</c> names, or else the first on the PATH; null if there is none.</summary>
    public static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("SACREDBOARD_CHROMIUM") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        string[] names = OperatingSystem.IsWindows() ? ["chrome.exe", "chromium.exe"] : ["chromium", "chromium-browser", "google-chrome"];
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => directories.Select(directory => Path.Combine(directory, name))).FirstOrDefault(File.Exists);
    }

    public static BrowserTypeLaunchOptions Options() => new()
    {
        ExecutablePath = FindExecutable(),
        Args = Flags,
        // Chromium's own sandbox does not start for root, who runs the tests in most containers.
        ChromiumSandbox = !Environment.IsPrivilegedProcess,
    };
}
