using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Sacredboard.Benchmarks.Http;

/// <summary>The published program as a separate process.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    private Server(string program, string[] arguments, (string Name, string Value)[] environment)
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        }

        var start = new ProcessStartInfo(
            program,
            ["--no-browser", "--port", $"{Address.Port}", .. arguments])
        { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    public Uri Address { get; }

    public static async Task<Server> StartAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var server = new Server(program, arguments, environment);
        await server.UntilListeningAsync();
        return server;
    }

    /// <summary>Time from the start of the process until it accepts connections.</summary>
    public TimeSpan Listening { get; private set; }

    public TimeSpan SinceStart => _sinceStart.Elapsed;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now and its peak, in MB.</summary>
    public (double Now, double Peak) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        double Of(string name) =>
            double.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))
                .Split(':')[1]
                .Replace("kB", "")
                .Trim()) / 1024;
        return (Of("VmRSS"), Of("VmHWM"));
    }

    public async Task UntilLoadedAsync(Client client)
    {
        while (JsonDocument.Parse((await client.GetAsync("api/v1/sources")).Body).RootElement[0]
            .GetProperty("state")
            .GetString() != "current")
        {
            await Task.Delay(20);
        }
    }

    /// <summary>
    /// Until the metrics of default columns are read too, which takes both processors: less than a twentieth of one is used. A minute at
    /// most.
    /// </summary>
    public async Task UntilIdleAsync()
    {
        var interval = TimeSpan.FromSeconds(2);
        for (var left = 30; left > 0; left--)
        {
            var before = Cpu;
            await Task.Delay(interval);
            if (Cpu - before < interval / 20)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task UntilListeningAsync()
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Address.Port);
                Listening = _sinceStart.Elapsed;
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }
}
