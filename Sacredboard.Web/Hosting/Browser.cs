using System.ComponentModel;
using System.Diagnostics;

namespace Sacredboard.Web.Hosting;

public static class Browser
{
    /// <summary>Opens the user's browser; does nothing where there is none.</summary>
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
            // Without a browser the printed address has to do.
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
