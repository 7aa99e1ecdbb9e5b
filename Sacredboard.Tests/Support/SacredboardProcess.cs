using System.Diagnostics;

namespace Sacredboard.Tests.Support;

/// <summary>The real program as a process of its own, as a user starts it.</summary>
public sealed class SacredboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan ProcessTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SacredboardProcess(string[] arguments, (string Name, string Value)[] environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Sacredboard.Web.exe" : "Sacredboard.Web");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
        // Not the views that the user of this machine saved.
        start.Environment["Sacredboard__StatePath"] = Path.Combine(Path.GetTempPath(), "sacredboard-no-state");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Exited += (_, _) =>
            _address.TrySetException(new InvalidOperationException("Sacredboard ended: " + string.Join('\n', Errors)));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public IReadOnlyList<string> Output => Copy(_output);

    public IReadOnlyList<string> Errors => Copy(_errors);

    public static SacredboardProcess Start(params string[] arguments) => new(arguments, []);

    public static SacredboardProcess Start(string[] arguments, params (string Name, string Value)[] environment) =>
        new(arguments, environment);

    /// <summary>The address it says it listens on; fails when it ends instead.</summary>
    public Task<Uri> AddressAsync() => _address.Task.WaitAsync(ProcessTimeout, TestContext.Current.CancellationToken);

    /// <summary>The exit code, when all output is read.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(ProcessTimeout);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        // A program that was meant to end has no address.
        _ = _address.Task.Exception;
    }

    private static IReadOnlyList<string> Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }

    private void Take(List<string> lines, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Add(line);
        }

        if (line.Split(' ') is ["Sacredboard", "is", "at", var url, ..])
        {
            _address.TrySetResult(new Uri(url));
        }
    }
}
