using System.ComponentModel;
using System.Diagnostics;

namespace Sacredboard.Web.Hosting;

public static class Browser
{
    /// <summary>Opens the user's browser where there is one; otherwise nothing happens.</summary>
    public static void Open(string url)
    {
        if (Command() is not { } command)
        {
            return;
        }

        try
        {
            using var _ = Process.Start(new ProcessStartInfo(command.Program, [.. command.Arguments, url])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            // No browser: the address stands on the screen.
        }
    }

    private static (string Program, string[] Arguments)? Command() =>
        OperatingSystem.IsWindows() ? ("cmd", ["/c", "start", ""])
        : OperatingSystem.IsMacOS() ? ("open", [])
        : HasScreen() ? ("xdg-open", [])
        : null;

    private static bool HasScreen() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
