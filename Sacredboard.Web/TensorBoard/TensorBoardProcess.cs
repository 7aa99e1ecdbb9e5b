using System.Security.Cryptography;

namespace Sacredboard.Web.TensorBoard;

/// <summary>One TensorBoard from start to end. It listens on loopback below a secret path that only this program knows.</summary>
internal sealed class TensorBoardProcess : IAsyncDisposable
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);

    private readonly TensorBoardLaunch _launch;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stop = new();
    private readonly string _secret = "/" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly OutputTail _output;
    private readonly Task _lifetime;
    private readonly Lock _lock = new();
    private TensorBoardStatus _status;
    private TensorBoardFolder? _folder;
    private string? _stopReason;

    public TensorBoardProcess(TensorBoardLaunch launch, HttpMessageInvoker http, TimeProvider time)
    {
        (_launch, _http, _time) = (launch, http, time);
        var now = time.GetUtcNow();
        _status = new() { Phase = TensorBoardPhase.Starting, Started = now, Since = now, By = launch.By };
        // TensorBoard prints its address, which contains the secret path; no other line can.
        _output = new OutputTail(_secret + "/");
        _lifetime = Task.Run(RunLifetimeAsync);
    }

    /// <summary>Base address to forward to, without a trailing slash; null unless it is running.</summary>
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

    /// <summary>Its last output, with the secret path removed.</summary>
    public IReadOnlyList<string> Output => [.. _output.Lines.Select(line => line.Replace(_secret, "/…", StringComparison.Ordinal))];

    /// <summary>Resident bytes; null when it is not running.</summary>
    public long? Memory =>
        Status.IsAlive && _folder is { } folder && ProcessIdentity.Read(folder.ProgramFile) is { IsAlive: true } program
            ? ProcessMemory.Of(program.Id)
            : null;

    /// <summary>Completes when it has ended and its files are deleted.</summary>
    public Task Ended => _lifetime;

    /// <param name="reason">One sentence for users.</param>
    public async Task StopAsync(string reason)
    {
        lock (_lock)
        {
            _stopReason ??= reason;
        }

        await _stop.CancelAsync();
        await _lifetime;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync("The dashboard ended.");
        _stop.Dispose();
    }

    private async Task RunLifetimeAsync()
    {
        WatchdogProcess? watchdog = null;
        try
        {
            _folder = TensorBoardFolder.Create(_launch.Directory, _launch.Links);
            watchdog = new WatchdogProcess(_launch.Start(_folder, _secret), _output);
            await RunAsync(watchdog);
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
            Fail(new(
                TensorBoardProblem.State,
                $"The links to the log directories cannot be created in '{_launch.Directory}': {exception.Message}"));
        }
        finally
        {
            Address = null;
            await (watchdog?.EndAsync() ?? Task.CompletedTask);
            if (_folder is { } folder)
            {
                TensorBoardLeftovers.End(folder);
            }
        }
    }

    private async Task RunAsync(WatchdogProcess watchdog)
    {
        var ended = watchdog.EndedAsync();
        using var timeout = new CancellationTokenSource(_launch.StartTimeout, _time);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, timeout.Token);
        try
        {
            var ready = new TensorBoardReadiness(_output, _secret, _http, _time).AddressAsync(wait.Token);
            await Task.WhenAny(ended, ready);
            if (!ended.IsCompleted)
            {
                Address = await ready;
                Set(TensorBoardPhase.Running);
                await UntilEndedAsync(ended);
            }

            Fail(_launch.Ended(watchdog.ExitCode, Status, _time.GetUtcNow(), Output));
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            Fail(_launch.StartTimedOut);
        }
    }

    private async Task UntilEndedAsync(Task ended)
    {
        while (!ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(RenewEvery, _time, _stop.Token));
            _stop.Token.ThrowIfCancellationRequested();
            _folder?.Renew();
        }

        await ended;
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
