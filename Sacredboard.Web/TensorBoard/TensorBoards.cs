using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// All TensorBoards that this dashboard runs: one for each set of directories, however many pages lead to it. Stops those that
/// nobody looks at, and all of them when the dashboard ends.
/// </summary>
public sealed partial class TensorBoards : IHostedService, IAsyncDisposable
{
    private const int EndedKept = 50;

    private static readonly TimeSpan IdleCheck = TimeSpan.FromSeconds(10);

    private readonly TensorBoardOptions _options;
    private readonly TensorBoardFinder _finder;
    private readonly string _place;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly List<TensorBoardInstance> _all = [];
    private ITimer? _idle;
    private bool _ended;

    public TensorBoards(SacredboardOptions options, TensorBoardFinder finder, TimeProvider time, ILogger<TensorBoards> logger)
    {
        (_options, _finder, _time, _logger) = (options.TensorBoard, finder, time, logger);
        _place = Path.Join(StateDirectory.Of(options), "tensorboard");
    }

    internal HttpMessageInvoker Http { get; } = TensorBoardClient.Create();

    /// <summary>Those that live, the oldest first.</summary>
    public IReadOnlyList<TensorBoardInstance> Alive
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(instance => instance.Status.IsAlive)];
            }
        }
    }

    /// <summary>Those that live, with a page for each and as they are now.</summary>
    public IReadOnlyList<(TensorBoardInstance Instance, string Page)> AlivePages
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(instance => instance.Status.IsAlive && instance.Addresses.Count > 0)
                    .Select(instance => (instance, instance.Addresses.Values.First()))];
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var left = TensorBoardLeftovers.Clear(_place);
        if (left > 0)
        {
            Log.Cleared(_logger, left);
        }

        _idle = _time.CreateTimer(_ => StopIdle(), null, IdleCheck, IdleCheck);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _ended = true;
        _idle?.Dispose();
        await Task.WhenAll(Alive.Select(instance => instance.StopAsync("The dashboard ended.")));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Http.Dispose();
    }

    /// <summary>The one that an address leads to, alive or ended; null when none was started there.</summary>
    public TensorBoardInstance? Find(TensorBoardAddress address)
    {
        lock (_lock)
        {
            return _all.FindLast(instance => instance.Addresses.ContainsKey(address));
        }
    }

    /// <summary>The same, or else the one that runs on these very directories; the address leads to it from then on.</summary>
    /// <param name="page">The page about it.</param>
    public TensorBoardInstance? Find(TensorBoardAddress address, IReadOnlyList<TensorBoardLink> links, string page)
    {
        lock (_lock)
        {
            if (Running(links) is not { } instance)
            {
                return Find(address);
            }

            instance.Addresses[address] = page;
            return instance;
        }
    }

    /// <summary>The page about it, seen from an address that leads to it.</summary>
    public string PageOf(TensorBoardInstance instance, TensorBoardAddress address)
    {
        lock (_lock)
        {
            return instance.Addresses[address];
        }
    }

    /// <summary>Starts one, or gives the one that there is already for these directories.</summary>
    /// <param name="page">The page about it.</param>
    /// <param name="by">Who wants it, for people.</param>
    /// <exception cref="TensorBoardException">None can be started.</exception>
    public async Task<TensorBoardInstance> StartAsync(
        TensorBoardAddress address, string page, IReadOnlyList<TensorBoardLink> links, string by, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            throw new TensorBoardException(TensorBoardProblem.NoDirectory, "There is no log directory that may be opened; the list says why.");
        }

        if (links.FirstOrDefault(link => !Directory.Exists(link.Directory)) is { } gone)
        {
            throw new TensorBoardException(TensorBoardProblem.DirectoryGone, $"The log directory '{ValueText.Visible(gone.Directory)}' is not there any more.");
        }

        var program = await _finder.FindAsync(cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            if (Running(links) is { } same)
            {
                same.Addresses[address] = page;
                return same;
            }

            var alive = _all.Count(other => other.Status.IsAlive);
            if (alive >= _options.MaxProcesses)
            {
                throw new TensorBoardException(
                    TensorBoardProblem.Limit,
                    _options.MaxProcesses == 0 ? "TensorBoard is not started here: the setting Sacredboard:TensorBoard:MaxProcesses is 0." :
                    $"{alive} TensorBoards run already, as many as may (the setting Sacredboard:TensorBoard:MaxProcesses). Stop one of them first.");
            }

            _all.ForEach(other => other.Addresses.Remove(address));

            var instance = new TensorBoardInstance(Launch(program, links, by), Http, IdleStop, _time);
            instance.Addresses[address] = page;
            Forget();
            _all.Add(instance);
            Log.Started(_logger, by, string.Join(", ", links.Select(link => link.Directory)));
            return instance;
        }
    }

    private TimeSpan? IdleStop => _options.IdleStopMinutes == 0 ? null : TimeSpan.FromMinutes(_options.IdleStopMinutes);

    private TensorBoardLaunch Launch(TensorBoardProgram program, IReadOnlyList<TensorBoardLink> links, string by) => new()
    {
        Program = program,
        Links = links,
        Place = _place,
        By = by,
        StartTimeout = TimeSpan.FromSeconds(_options.StartTimeoutSeconds),
    };

    private void Forget()
    {
        _all.RemoveAll(other => !other.Status.IsAlive && other.Addresses.Count == 0);
        while (_all.Count >= EndedKept && _all.Find(other => !other.Status.IsAlive) is { } oldest)
        {
            _all.Remove(oldest);
        }
    }

    private TensorBoardInstance? Running(IReadOnlyList<TensorBoardLink> links) =>
        _all.Find(instance => instance.Status.IsAlive && instance.ShowsJust(links));

    private void StopIdle()
    {
        foreach (var instance in Alive.Where(instance => instance.IsIdle))
        {
            _ = instance.StopAsync($"Nobody looked at it for {_options.IdleStopMinutes} min.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "TensorBoard started by {By} on {Directories}")]
        public static partial void Started(ILogger logger, string by, string directories);

        [LoggerMessage(2, LogLevel.Warning, "{Count} TensorBoards of an earlier dashboard were still running and are ended")]
        public static partial void Cleared(ILogger logger, int count);
    }
}
