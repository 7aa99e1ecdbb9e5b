using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Serializes changes to the runs of a catalog and publishes the snapshot for all readers.</summary>
internal sealed class SnapshotPublisher
{
    private readonly Lock _lock = new();
    private readonly CatalogWriter _writer;
    private volatile CatalogSnapshot _snapshot;

    public SnapshotPublisher(RunCatalogOptions options, StatisticsRequests requests, TimeProvider time)
    {
        _writer = new(options, new StatisticsTables(requests, options.StatisticsBytes), time);
        _snapshot = new(0, CatalogContent.Empty, _writer.Statistics.View(), time);
    }

    public CatalogSnapshot Snapshot => _snapshot;

    /// <summary>Applies runs that were read again.</summary>
    public void Apply(IEnumerable<RunSummary> changed, IEnumerable<RunId> deleted) => Change(writer =>
    {
        foreach (var run in changed)
        {
            writer.Put(run);
        }

        foreach (var id in deleted)
        {
            writer.Remove(id);
        }
    });

    public void Change(Action<CatalogWriter> change, bool publish = true) => Change(
        writer =>
        {
            change(writer);
            return true;
        },
        publish);

    /// <param name="change">Changes the runs and returns a result.</param>
    /// <param name="publish">Whether to publish a snapshot at once.</param>
    public T Change<T>(Func<CatalogWriter, T> change, bool publish = true)
    {
        lock (_lock)
        {
            try
            {
                return change(_writer);
            }
            finally
            {
                if (publish && _writer.Publish() is { } next)
                {
                    var last = _snapshot;
                    _snapshot = next;
                    last.Supersede();
                }
            }
        }
    }
}
