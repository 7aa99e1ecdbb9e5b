using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sacredboard.Tests.Support;

/// <summary>
/// A server that a test started. It dies with the test run: its input is a pipe from here, and where that ends (also in a crash) a small
/// shell ends it.
/// </summary>
public static class ServerProcess
{
    private const string UntilInputEnds =
        "exec 2> /dev/null; \"$@\" > /dev/null 2>&1 < /dev/null & child=$!; cat > /dev/null; kill -9 $child; wait $child";

    public static Process Start(params string[] command)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo("sh", ["-c", UntilInputEnds, "server", .. command]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = OperatingSystem.IsWindows();
        return Process.Start(start)!;
    }

    /// <summary>As if the machine failed: nothing is said goodbye to.</summary>
    public static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Runs a program to its end, and fails with what it printed if it does.</summary>
    public static async Task RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Some servers' tools want to enter it, which another user than root may not.
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command[0]} ended with {process.ExitCode}: {await output}{await error}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task UntilAsync(string name, Func<Task<bool>> isReady)
    {
        var waited = Stopwatch.StartNew();
        while (!await isReady())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new TimeoutException($"{name} does not get ready.");
            }

            await Task.Delay(50);
        }
    }
}
