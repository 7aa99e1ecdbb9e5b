using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Support;

/// <summary>A catalog over a <see cref="MemoryRunStore"/>, on a clock that the test moves.</summary>
public sealed class TestCatalog : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task? _running;

    public TestCatalog(RunCatalogOptions? options = null)
    {
        Time = new FakeTimeProvider(new DateTimeOffset(TestRuns.Epoch.AddDays(1)));
        Catalog = new RunCatalog(Store, options ?? new RunCatalogOptions(), Time);
    }

    public FakeTimeProvider Time { get; }

    public MemoryRunStore Store { get; } = new();

    public RunCatalog Catalog { get; }

    public CatalogSnapshot Snapshot => Catalog.Snapshot;

    public CatalogState State => Catalog.State;

    /// <summary>A snapshot of these runs.</summary>
    public static async Task<CatalogSnapshot> SnapshotOfAsync(params RunSummary[] runs)
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(runs);
        await catalog.LoadAsync();
        return catalog.Snapshot;
    }

    /// <summary>Starts the catalog's loop without waiting for anything.</summary>
    public void Start() => _running = Task.Run(() => Catalog.RunAsync(_stop.Token));

    public async Task LoadAsync()
    {
        Start();
        await UntilAsync(() => State.Phase == CatalogPhase.Current);
    }

    /// <summary>
    /// Moves the clock by a tenth of a second at a time until the condition holds; throws when it does not within minutes of that clock.
    /// </summary>
    public async Task UntilAsync(Func<bool> condition, int seconds = 300)
    {
        for (var tenth = 0; tenth < 10 * seconds; tenth++)
        {
            if (condition())
            {
                return;
            }

            // Time passes only when the loop had every chance to get as far as it can.
            await Task.Delay(1);
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException($"not reached; the catalog is {State}");
    }

    /// <summary>Lets so much time pass that everything known to the store is seen.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Time.GetUtcNow() + span;
        await UntilAsync(() => Time.GetUtcNow() >= end, (int)span.TotalSeconds + 10);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_running is not null)
        {
            await _running.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        _stop.Dispose();
    }
}
