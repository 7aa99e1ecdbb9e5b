using System.Collections.Immutable;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Applies changes to the runs of a source and makes snapshots. Not safe for concurrent use.</summary>
internal sealed class CatalogWriter(RunCatalogOptions options, StatisticsTables statistics, TimeProvider time)
{
    /// <summary>How long a run is still followed after its end, because its result and last metrics may come late.</summary>
    private static readonly TimeSpan WatchedAfterEnd = TimeSpan.FromMinutes(3);

    /// <summary>Up to so many unused texts and slots are never cleaned up.</summary>
    private const int MaxUnused = 50_000;

    private readonly Dictionary<RunId, DateTimeOffset> _ended = [];
    private readonly HashSet<RunId> _open = [];
    private RunPacker _packer = new();
    private RunIndex _index = new();
    private RunSlots _slots = new();
    private RunOrder? _order;
    private int _used;

    // Those that came with runs that were new then, and so are mostly used.
    private int _newItems;
    private long _version;
    private bool _changed;
    private CatalogContent _content = CatalogContent.Empty;

    public StatisticsTables Statistics => statistics;

    public int Count { get; private set; }

    /// <summary>The runs that a limit excludes.</summary>
    public ImmutableHashSet<RunId> LeftOut { get; private set; } = [];

    /// <summary>Runs that have not ended, and those that ended recently.</summary>
    public IReadOnlyList<RunId> Active => [.. _open, .. _ended.Keys];

    private RunOrder Order => _order ??= new(_slots);

    public void Put(RunSummary summary)
    {
        if (LeftOut.Contains(summary.Id))
        {
            return;
        }

        if (summary.Started < options.Limits.Since)
        {
            Leave(summary.Id);
            return;
        }

        var now = time.GetUtcNow();
        var items = _packer.Pool.Count;
        var run = _packer.Pack(summary, _version + 1);
        run = Liveness.IsDead(run, options.DeadAfter, now) ? run.At(run.Version, dead: true) : run;
        var slot = _index[run.Id];
        var old = slot < 0 ? null : _slots[slot];
        if (old is not null && old.IsDead == run.IsDead && old.HasContentOf(run))
        {
            return;
        }

        if (slot < 0)
        {
            slot = _used++;
        }

        _slots[slot] = run;
        _index[run.Id] = slot;
        _changed = true;
        if (old is null)
        {
            Count++;
            _newItems += _packer.Pool.Count - items;
            Order.Add(slot);
        }
        else if (!NewestFirst.IsSamePlace(old, run))
        {
            Order.Move(slot);
        }

        Watch(run, now);
    }

    public void Remove(RunId id)
    {
        LeftOut = LeftOut.Remove(id);
        _open.Remove(id);
        _ended.Remove(id);
        if (_index[id] is >= 0 and var slot && _slots[slot] is not null)
        {
            _slots[slot] = null;
            statistics.Remove(slot);
            Order.Remove(slot);
            Count--;
            _changed = true;
        }
    }

    /// <summary>Removes every run that is not one of these.</summary>
    public void Keep(IReadOnlySet<RunId> ids)
    {
        foreach (var id in _index.Ids.Where(id => !ids.Contains(id)))
        {
            Remove(id);
        }
    }

    /// <param name="key">The metric.</param>
    /// <param name="found">Some of its statistics; those of deleted runs are ignored.</param>
    /// <param name="versions">The versions of the runs before their metrics were read.</param>
    public void PutStatistics(MetricKey key, IReadOnlyList<RunMetricStatistics> found, IReadOnlyDictionary<RunId, long> versions)
    {
        foreach (var summary in found)
        {
            if (_index[summary.Run] is >= 0 and var slot
                && _slots[slot] is not null
                && versions.TryGetValue(summary.Run, out var version))
            {
                statistics.Put(key, slot, summary, version, _version + 1);
            }
        }
    }

    /// <summary>Updates the runs that became dead, or alive again, because time passed.</summary>
    public void Age()
    {
        var now = time.GetUtcNow();
        foreach (var id in _open)
        {
            var slot = _index[id];
            var run = _slots[slot]!;
            var dead = Liveness.IsDead(run, options.DeadAfter, now);
            if (dead != run.IsDead)
            {
                _slots[slot] = run.At(_version + 1, dead);
                _changed = true;
            }
        }

        foreach (var id in _ended.Where(ended => now - ended.Value > WatchedAfterEnd).Select(ended => ended.Key).ToList())
        {
            _ended.Remove(id);
        }
    }

    /// <summary>A snapshot of the runs as they are now, or null when nothing changed since the last one.</summary>
    public CatalogSnapshot? Publish()
    {
        if (!_changed)
        {
            return statistics.IsChanged ? Next() : null;
        }

        Trim();
        if (_packer.Pool.Count > (2 * _newItems) + MaxUnused || _used > (2 * Count) + MaxUnused)
        {
            Repack();
        }

        _changed = false;
        _content = new(new RunList(_slots.Copy(), Order.Current()), _index, _packer.View());
        return Next();
    }

    private CatalogSnapshot Next() => new(++_version, _content, statistics.View(), time);

    // Removes the oldest runs beyond the limit.
    private void Trim()
    {
        if (options.Limits.MaxRuns is { } max && Count > max)
        {
            foreach (var id in Order.Current().Skip(max).Select(slot => _slots[slot]!.Id).ToList())
            {
                Leave(id);
            }
        }
    }

    private void Leave(RunId id)
    {
        Remove(id);
        LeftOut = LeftOut.Add(id);
    }

    private void Watch(CatalogRun run, DateTimeOffset now)
    {
        if (RunStatus.IsOpen(run.StoredStatus))
        {
            _open.Add(run.Id);
            _ended.Remove(run.Id);
        }
        else if (_open.Remove(run.Id) || now.UtcDateTime - run.Stopped < WatchedAfterEnd)
        {
            _ended[run.Id] = now;
        }
    }

    // Ids of unused texts and slots are not reused (a run may change its progress every second), so everything is packed again
    // occasionally.
    private void Repack()
    {
        var order = Order.Current();
        var runs = order.Select(slot => _slots[slot]!).ToList();
        statistics.Renumber(order);
        (_packer, _index, _slots, _order, _used) = (new(), new(), new(), null, 0);
        foreach (var run in runs)
        {
            _slots[_used] = _packer.Repack(run);
            _index[run.Id] = _used;
            Order.Add(_used++);
        }

        _newItems = _packer.Pool.Count;
    }
}
