using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Sacredboard.Web.TensorBoard;

/// <summary>One TensorBoard from its start to its end, whoever ends it. Reached on loopback below a path that only this program knows.</summary>
internal sealed class TensorBoardProcess : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EndOfWatchdog = TimeSpan.FromSeconds(5);

    private readonly TensorBoardLaunch _launch;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly string _secret = "/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly OutputTail _output;
    private readonly Task _life;
    private readonly Lock _lock = new();
    private TensorBoardStatus _status;
    private TensorBoardFolder? _folder;
    private string? _stopReason;

    public TensorBoardProcess(TensorBoardLaunch launch, HttpMessageInvoker http, TimeProvider time)
    {
        (_launch, _http, _time) = (launch, http, time);
        var now = time.GetUtcNow();
        _status = new() { Phase = TensorBoardPhase.Starting, Started = now, Since = now, By = launch.By };
        // TensorBoard says where it listens, with its path; no other line can have this text.
        _output = new OutputTail(_secret + "/");
        _life = Task.Run(LiveAsync);
    }

    /// <summary>Where to forward to, without a slash at its end; null unless it runs.</summary>
    public string? Address { get; private set; }

    public TensorBoardStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    /// <summary>What it printed last; its secret path stays one.</summary>
    public IReadOnlyList<string> Output => [.. _output.Lines.Select(line => line.Replace(_secret, "/…", StringComparison.Ordinal))];

    /// <summary>Resident bytes; null when it is not there.</summary>
    public long? Memory => Status.IsAlive && _folder is { } folder && ProcessMark.Read(folder.ProgramFile) is { IsAlive: true } program ? ProcessMemory.Of(program.Id) : null;

    /// <summary>Done when it has ended and all of it is cleared away.</summary>
    public Task Ended => _life;

    /// <param name="reason">One sentence for people.</param>
    public async Task StopAsync(string reason)
    {
        lock (_lock)
        {
            _stopReason ??= reason;
        }

        await _stop.CancelAsync();
        await _life;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync("The dashboard ended.");
        _stop.Dispose();
    }

    private async Task LiveAsync()
    {
        Process? watchdog = null;
        try
        {
            _folder = TensorBoardFolder.Create(_launch.Place, _launch.Links);
            watchdog = _launch.Start(_folder, _secret);
            var reading = Task.WhenAll(_output.ReadAsync(watchdog.StandardOutput), _output.ReadAsync(watchdog.StandardError));
            var ended = EndAsync(watchdog, reading);
            using var soonEnough = new CancellationTokenSource(_launch.StartTimeout, _time);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, soonEnough.Token);
            try
            {
                var ready = ReadyAsync(wait.Token);
                await Task.WhenAny(ended, ready);
                if (!ended.IsCompleted)
                {
                    await ready;
                    Set(TensorBoardPhase.Running);
                    await ended.WaitAsync(_stop.Token);
                }

                Fail(_launch.Ended(watchdog.ExitCode, Status, _time.GetUtcNow(), Output));
            }
            catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
            {
                Fail(_launch.TooSlow);
            }
        }
        catch (OperationCanceledException)
        {
            Set(TensorBoardPhase.Stopped);
        }
        catch (TensorBoardException exception)
        {
            Fail(exception.Failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(new(TensorBoardProblem.State, $"The links to the log directories cannot be made in '{_launch.Place}': {exception.Message}"));
        }
        finally
        {
            Address = null;
            await EndAsync(watchdog);
        }
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var line = await _output.Found.WaitAsync(cancellationToken);
        var before = line.AsSpan(0, line.IndexOf(_secret, StringComparison.Ordinal));
        if (!ushort.TryParse(before[(before.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new TensorBoardException(TensorBoardProblem.Port, $"TensorBoard does not say on which port it listens: {line}");
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{_secret}");
        while (!await AnswersAsync(address, cancellationToken))
        {
            await Task.Delay(Between, _time, cancellationToken);
        }

        Address = address;
    }

    private async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(OneAnswer);
        try
        {
            using var response = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address + "/data/environment"), patience.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    // What it printed last is read before anybody is told that it ended.
    private static async Task EndAsync(Process watchdog, Task reading)
    {
        await watchdog.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(reading, Task.Delay(LastWords));
    }

    private async Task EndAsync(Process? watchdog)
    {
        if (watchdog is not null)
        {
            // The end of its input is the sign to end everything.
            watchdog.StandardInput.Close();
            using var patience = new CancellationTokenSource(EndOfWatchdog);
            try
            {
                await watchdog.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                watchdog.Kill(entireProcessTree: true);
            }

            watchdog.Dispose();
        }

        if (_folder is { } folder)
        {
            TensorBoardLeftovers.End(folder);
        }
    }

    private void Fail(TensorBoardFailure failure) => Set(TensorBoardPhase.Failed, failure);

    private void Set(TensorBoardPhase phase, TensorBoardFailure? failure = null)
    {
        lock (_lock)
        {
            _status = _status with
            {
                Phase = phase,
                Since = _time.GetUtcNow(),
                Failure = failure,
                Stopped = phase == TensorBoardPhase.Stopped ? _stopReason : null,
            };
        }
    }
}
