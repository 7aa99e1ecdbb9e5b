using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>The runs known to a reader that applies every reported change.</summary>
internal sealed class KnownRuns : IKnownRuns
{
    private readonly Dictionary<RunId, RunSummary> _runs = [];

    public int Count => _runs.Count;

    public IEnumerable<RunId> Ids => _runs.Keys;

    public IReadOnlyList<RunId> Active =>
        [.. _runs.Values.Where(run => run.Status is RunStatus.Running or RunStatus.Queued).Select(run => run.Id)];

    public RunLimits Limits { get; init; } = RunLimits.None;

    public RunSummary this[RunId id] => _runs[id];

    public bool Contains(RunId id) => _runs.ContainsKey(id);

    public static async Task<KnownRuns> ReadAsync(IRunStore store, CancellationToken cancellationToken, RunLimits? limits = null)
    {
        var known = new KnownRuns { Limits = limits ?? RunLimits.None };
        await foreach (var batch in store.ReadAllAsync(known.Limits, cancellationToken))
        {
            known.Apply(batch.Runs, []);
        }

        return known;
    }

    public void Apply(IEnumerable<RunSummary> changed, IEnumerable<RunId> deleted)
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
