using Sacredboard.Data.Stores;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Gives memory back after large metrics, runs or outputs were looked at: they are forgotten once nobody asked for them for a minute, and
/// the runtime, which would keep their room until it needs it, is told to return it.
/// </summary>
public sealed class IdleMemory(StoreContext context, OutputCache outputs, TimeProvider time) : BackgroundService
{
    private const long WorthCollecting = 16 << 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Unused = TimeSpan.FromSeconds(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var (forgotten, busy) = (0L, GC.GetTotalAllocatedBytes());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            forgotten += context.Trim(Unused) + outputs.Trim(Unused);
            // Collecting stops everything for a moment, so it waits for a quarter of a minute in which little was done.
            var (before, now) = (busy, GC.GetTotalAllocatedBytes());
            busy = now;
            if (forgotten >= WorthCollecting && now - before < WorthCollecting)
            {
                forgotten = 0;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }
}
