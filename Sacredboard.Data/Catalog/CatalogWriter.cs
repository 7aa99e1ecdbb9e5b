using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

/// <summary>The runs of a source as they change; makes the snapshots. Not safe for concurrent use.</summary>
internal sealed class CatalogWriter(RunCatalogOptions options, TimeProvider time)
{
    /// <summary>How long a run that ended is still asked for: its last metrics and its result may come late.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(3);

    private readonly Dictionary<RunId, CatalogRun> _runs = [];
    private readonly Dictionary<RunId, DateTimeOffset> _ended = [];
    private readonly HashSet<RunId> _open = [];
    private long _version;
    private bool _changed;

    public int Count => _runs.Count;

    /// <summary>RUNNING and QUEUED runs, and those that ended a short while ago.</summary>
    public IReadOnlyList<RunId> Active => [.. _open, .. _ended.Keys];

    public void Put(RunSummary summary)
    {
        var now = time.GetUtcNow();
        var run = new CatalogRun(summary, Liveness.IsDead(summary, options.DeadAfter, now), _version + 1);
        if (_runs.TryGetValue(run.Id, out var old) && old.HasContentOf(run))
        {
            return;
        }

        _runs[run.Id] = run;
        _changed = true;
        if (summary.Status is RunStatus.Running or RunStatus.Queued)
        {
            _open.Add(run.Id);
            _ended.Remove(run.Id);
        }
        else if (_open.Remove(run.Id) || now.UtcDateTime - summary.Stopped < Aftermath)
        {
            _ended[run.Id] = now;
        }
    }

    public void Remove(RunId id)
    {
        _changed |= _runs.Remove(id);
        _open.Remove(id);
        _ended.Remove(id);
    }

    /// <summary>Removes every run that is not one of these.</summary>
    public void Keep(IReadOnlySet<RunId> ids)
    {
        foreach (var id in _runs.Keys.Where(id => !ids.Contains(id)).ToList())
        {
            Remove(id);
        }
    }

    /// <summary>Finds the runs that died, or came back to life, by the passing of time alone.</summary>
    public void Age()
    {
        var now = time.GetUtcNow();
        foreach (var id in _open)
        {
            var run = _runs[id];
            var dead = Liveness.IsDead(run.Summary, options.DeadAfter, now);
            if (dead != run.IsDead)
            {
                _runs[id] = new CatalogRun(run.Summary, dead, _version + 1);
                _changed = true;
            }
        }

        foreach (var id in _ended.Where(ended => now - ended.Value > Aftermath).Select(ended => ended.Key).ToList())
        {
            _ended.Remove(id);
        }
    }

    /// <summary>A snapshot of the runs as they are now, or null when nothing changed since the last one.</summary>
    public CatalogSnapshot? Publish()
    {
        if (!_changed)
        {
            return null;
        }

        _changed = false;
        var runs = _runs.Values.OrderByDescending(run => run.Started).ThenByDescending(run => run.Id).ToList();
        return new CatalogSnapshot(++_version, runs, time);
    }
}
