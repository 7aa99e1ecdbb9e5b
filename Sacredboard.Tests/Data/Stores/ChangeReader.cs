using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>Loads all runs of a store and follows its changes, as the catalog does.</summary>
/// <param name="store">The store.</param>
/// <param name="time">Its clock; goes on by a second before each reading.</param>
public sealed class ChangeReader(IRunStore store, FakeTimeProvider time) : IKnownRuns
{
    private readonly Dictionary<RunId, RunSummary> _runs = [];
    private RunCursor? _cursor;

    public int Count => _runs.Count;

    IEnumerable<RunId> IKnownRuns.Ids => _runs.Keys;

    public IEnumerable<string> Ids => _runs.Keys.Select(id => id.Text);

    public IReadOnlyList<RunId> Active => [.. _runs.Values.Where(run => run.Status == RunStatus.Running).Select(run => run.Id)];

    public bool Contains(RunId id) => _runs.ContainsKey(id);

    /// <summary>Reads all runs, and the changes once, of which there must be none.</summary>
    public async Task LoadAsync()
    {
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, TestContext.Current.CancellationToken))
        {
            Take(batch.Runs, []);
        }

        var changes = await NextAsync();
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Deleted);
    }

    public async Task<RunChanges> NextAsync()
    {
        time.Advance(TimeSpan.FromSeconds(1));
        var changes = await store.ReadChangesAsync(this, _cursor, TestContext.Current.CancellationToken);
        _cursor = changes.Cursor;
        Take(changes.Changed, changes.Deleted);
        return changes;
    }

    private void Take(IEnumerable<RunSummary> changed, IEnumerable<RunId> deleted)
    {
        foreach (var run in changed)
        {
            _runs[run.Id] = run;
        }

        foreach (var id in deleted)
        {
            _runs.Remove(id);
        }
    }
}
