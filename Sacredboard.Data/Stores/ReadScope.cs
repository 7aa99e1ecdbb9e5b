namespace Sacredboard.Data.Stores;

/// <summary>
/// One visitor's request: what it reads of runs stays in memory until its end, and so does its share of the memory for all requests.
/// Everything that the request awaits is within it.
/// </summary>
public sealed class ReadScope : IDisposable
{
    private static readonly AsyncLocal<ReadScope?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly ReadScope? _outer;
    private readonly List<IDisposable> _held = [];
    private long _bytes;

    private ReadScope(ReadScope? outer) => _outer = outer;

    /// <summary>The scope of the caller; null outside of requests.</summary>
    internal static ReadScope? Current => Ambient.Value;

    /// <summary>How many bytes are held.</summary>
    internal long Bytes
    {
        get
        {
            lock (_lock)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Begins a scope for what the caller does and awaits from here on, until it is disposed.</summary>
    public static ReadScope Begin() => Ambient.Value = new ReadScope(Ambient.Value);

    public void Dispose()
    {
        Ambient.Value = _outer;
        IDisposable[] held;
        lock (_lock)
        {
            held = [.. _held];
            _held.Clear();
            _bytes = 0;
        }

        foreach (var one in held)
        {
            one.Dispose();
        }
    }

    /// <summary>Whether it has the turn to read several large runs.</summary>
    internal bool IsSeveral { get; private set; }

    /// <summary>Takes the turn to read several large runs until the end of the scope; a second one is given back.</summary>
    internal void HoldSeveral(IDisposable turn)
    {
        lock (_lock)
        {
            IsSeveral = true;
            _held.Add(turn);
        }
    }

    /// <summary>Keeps something until the end of the scope.</summary>
    internal void Hold(IDisposable lease, long bytes)
    {
        lock (_lock)
        {
            _held.Add(lease);
            _bytes += bytes;
        }
    }
}
