namespace Sacredboard.Web.TensorBoard;

/// <summary>One TensorBoard and who leads to it.</summary>
public sealed class TensorBoardInstance
{
    private readonly TensorBoardProcess _process;
    private readonly IReadOnlyList<TensorBoardLink> _links;
    private readonly TimeSpan? _idleStop;
    private readonly TimeProvider _time;
    private int _open;
    private long _lastUse;

    internal TensorBoardInstance(TensorBoardLaunch launch, HttpMessageInvoker http, TimeSpan? idleStop, TimeProvider time)
    {
        (_links, _idleStop, _time) = (launch.Links, idleStop, time);
        _lastUse = time.GetUtcNow().UtcTicks;
        _process = new TensorBoardProcess(launch, http, time);
    }

    /// <summary>As it is now, without what takes a while to find out.</summary>
    public TensorBoardStatus Status => _process.Status;

    /// <summary>Where to forward to, without a slash at its end; null unless it runs.</summary>
    public string? Destination => _process.Address;

    /// <summary>The directories that it shows, and what it calls them.</summary>
    public IReadOnlyList<TensorBoardLink> Links => _links;

    /// <summary>Done when it has ended and all of it is cleared away.</summary>
    public Task Ended => _process.Ended;

    /// <summary>The addresses that lead to it, and the page about it that goes with each. Only for who holds the lock.</summary>
    internal Dictionary<TensorBoardAddress, string> Addresses { get; } = [];

    internal bool IsIdle => Status.Phase == TensorBoardPhase.Running && Volatile.Read(ref _open) == 0 && IdleStopAt is { } at && _time.GetUtcNow() >= at;

    private DateTimeOffset? IdleStopAt =>
        _idleStop is { } span ? new DateTimeOffset(Math.Max(Volatile.Read(ref _lastUse), Status.Since.UtcTicks), TimeSpan.Zero) + span : null;

    /// <summary>Everything that its page says.</summary>
    public TensorBoardStatus Look() => Status with
    {
        Lines = _process.Output,
        Memory = _process.Memory,
        IdleStopAt = Status.Phase == TensorBoardPhase.Running ? IdleStopAt : null,
        Gone = Status.IsAlive ? [.. _links.Select(link => link.Directory).Where(directory => !Directory.Exists(directory))] : [],
    };

    /// <summary>Somebody uses it until what is returned is disposed.</summary>
    public IDisposable Use() => new Usage(this);

    /// <param name="reason">One sentence for people.</param>
    public Task StopAsync(string reason) => _process.StopAsync(reason);

    internal bool ShowsExactly(IReadOnlyList<TensorBoardLink> links) =>
        links.Count == _links.Count && links.Select(link => link.Directory).ToHashSet().SetEquals(_links.Select(link => link.Directory));

    private sealed class Usage : IDisposable
    {
        private readonly TensorBoardInstance _instance;

        public Usage(TensorBoardInstance instance)
        {
            _instance = instance;
            Interlocked.Increment(ref instance._open);
            Touch();
        }

        public void Dispose()
        {
            Touch();
            Interlocked.Decrement(ref _instance._open);
        }

        private void Touch() => Volatile.Write(ref _instance._lastUse, _instance._time.GetUtcNow().UtcTicks);
    }
}
