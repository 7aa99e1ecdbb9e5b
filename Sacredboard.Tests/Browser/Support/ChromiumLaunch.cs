using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>Finds and starts the installed Chromium; no browser is ever downloaded.</summary>
internal static class ChromiumLaunch
{
    // For a browser in a container: no calls home, no GPU, no shared memory of only 64 MB, and the same fonts everywhere.
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps",
        "--disable-extensions", "--disable-sync", "--no-first-run", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    /// <summary>The path in <c>SACREDBOARD_CHROMIUM</c>, or the first Chromium on the PATH; null if there is none.</summary>
    public static string? FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("SACREDBOARD_CHROMIUM") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        // The shell draws the same pages without the windows of a desktop browser, at half the cost.
        string[] names = OperatingSystem.IsWindows()
            ? ["chrome.exe", "chromium.exe"]
            : ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return names.SelectMany(name => directories.Select(directory => Path.Combine(directory, name))).FirstOrDefault(File.Exists);
    }

    public static BrowserTypeLaunchOptions Options() => new()
    {
        ExecutablePath = FindExecutable(),
        Args = Flags,
        // Chromium's sandbox does not start for root, which runs the tests in most containers.
        ChromiumSandbox = !Environment.IsPrivilegedProcess,
    };
}
