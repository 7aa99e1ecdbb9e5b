namespace Sacredboard.Web.TensorBoard;

/// <summary>One TensorBoard and the addresses that lead to it.</summary>
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

    /// <summary>The current status without the details that are slow to determine.</summary>
    public TensorBoardStatus Status => _process.Status;

    /// <summary>Base address to forward to, without a trailing slash; null unless it is running.</summary>
    public string? Destination => _process.Address;

    /// <summary>The log directories it shows, with their names in TensorBoard.</summary>
    public IReadOnlyList<TensorBoardLink> Links => _links;

    /// <summary>Completes when it has ended and its files are deleted.</summary>
    public Task Ended => _process.Ended;

    /// <summary>
    /// The addresses that lead to it, each with the path of its page. Guarded by the lock of <see cref="KnownTensorBoards"/>.
    /// </summary>
    internal Dictionary<TensorBoardAddress, string> Addresses { get; } = [];

    internal bool IsIdle =>
        Status.Phase == TensorBoardPhase.Running && Volatile.Read(ref _open) == 0 && IdleStopAt is { } at && _time.GetUtcNow() >= at;

    private DateTimeOffset? IdleStopAt =>
        _idleStop is { } span
            ? new DateTimeOffset(Math.Max(Volatile.Read(ref _lastUse), Status.Since.UtcTicks), TimeSpan.Zero) + span
            : null;

    /// <summary>The status with all details for its page.</summary>
    public TensorBoardStatus Describe() => Status with
    {
        Lines = _process.Output,
        Memory = _process.Memory,
        IdleStopAt = Status.Phase == TensorBoardPhase.Running ? IdleStopAt : null,
        MissingDirectories = Status.IsAlive
            ? [.. _links.Select(link => link.Directory).Where(directory => !Directory.Exists(directory))]
            : [],
    };

    /// <summary>Marks it as in use until the result is disposed.</summary>
    public IDisposable Use() => new Usage(this);

    /// <param name="reason">One sentence for users.</param>
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
