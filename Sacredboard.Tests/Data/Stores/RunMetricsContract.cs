using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>
/// What every reader of metrics must do, checked on runs that real Sacred recorded, against what Python found in the same storage. A
/// backend derives one class and gives a store and the runs expected in it, oldest first.
/// </summary>
public abstract partial class RunMetricsContract : IAsyncLifetime
{
    private IRunStore? _store;
    private IReadOnlyList<ExpectedRun>? _runs;

    protected IRunStore Store => _store!;

    protected virtual IRunMetrics Metrics => Store.Metrics!;

    protected IReadOnlyList<ExpectedRun> Runs => _runs!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_store, _runs) = await OpenAsync();
        Assert.NotEmpty(_runs);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Ids that no run of the storage has.</summary>
    protected static IEnumerable<RunId> UnknownIds =>
    [
        RunId.Of(987654321), RunId.Of(0.125), RunId.Of(""), RunId.Of("no run has this id"), RunId.Of("../1"),
        RunId.Of("\0"), RunId.Of("\ud800"),
        RunId.OfObjectId("ffffffffffffffffffffffff"), RunId.OfUuid(Guid.AllBitsSet), RunId.OfOther("{\"$gt\":\"\"}"), RunId.OfOther("{"),
        RunId.OfOther(new string('[', 5000)), RunId.OfOther("{\"$regularExpression\":{\"pattern\":\".\",\"options\":\"\"}}"),
    ];

    /// <summary>A store on the recorded runs, and the truth about them.</summary>
    protected abstract Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync();

    /// <summary>Fails with all differences at once: one run that is read wrong is seldom alone.</summary>
    protected async Task AssertForEveryRunAsync(Func<ExpectedRun, Task<IEnumerable<string>>> differences)
    {
        var found = new List<string>();
        foreach (var run in Runs)
        {
            found.AddRange((await differences(run)).Select(difference => $"{run}: {difference}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    protected async Task<List<RunSummary>> ReadAllAsync(RunLimits? limits = null)
    {
        var all = new List<RunSummary>();
        await foreach (var batch in Store.ReadAllAsync(limits ?? RunLimits.None, Cancellation))
        {
            all.AddRange(batch.Runs);
            Assert.True(batch.Total >= all.Count, "The total is less than what was read.");
        }

        return all;
    }

    /// <summary>A difference, unless both are equal.</summary>
    protected static IEnumerable<string> Same<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? [] : [$"{what}: expected {Show(expected)}, got {Show(actual)}"];

    private static string Show<T>(T value) => value is DateTime time ? time.ToString("O") : value?.ToString() ?? "null";
}
