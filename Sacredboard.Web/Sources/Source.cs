using Sacredboard.Data.Catalog;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Sources.Joining;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Sources;

/// <summary>One place with runs, under the name that stands in its URLs. Actions take it as a parameter named <c>source</c>.</summary>
public sealed class Source(string name, string title, RunSource opened) : IAsyncDisposable
{
    private readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>One URL segment.</summary>
    public string Name { get; } = name;

    public string Title { get; } = title;

    /// <inheritdoc cref="RunSource.Info"/>
    public RunStoreInfo Info => opened.Info;

    /// <inheritdoc cref="RunSource.HasMetrics"/>
    public bool HasMetrics => opened.HasMetrics;

    public RunCatalog Catalog => opened.Catalog;

    /// <inheritdoc cref="RunSource.Runs"/>
    public RunReader Runs => opened.Runs;

    /// <inheritdoc cref="RunSource.Logs"/>
    public RunLogReader Logs => opened.Logs;

    /// <inheritdoc cref="RunSource.Counts"/>
    public IRunCounts? Counts => opened.Counts;

    /// <summary>The field in which a run names the one that it went on from; null for none.</summary>
    public RunField? ContinuesField { get; init; }

    /// <summary>Which run of which source a run is, where the runs of several are together; null for a source of its own.</summary>
    public JoinedRuns? Joined { get; init; }

    /// <summary>The sources whose runs are together; empty for a source of its own.</summary>
    public Func<IReadOnlyList<Source>> Members { get; init; } = () => [];

    /// <summary>Its runs are read. Before that, its catalog is empty and says that it is loading.</summary>
    public bool IsWanted => _wanted.Task.IsCompleted;

    /// <summary>Ends when its runs are to be read.</summary>
    public Task Wanted => _wanted.Task;

    /// <summary>What was last counted while its runs were not read; null when nothing was.</summary>
    public RunCounts? LastCounts { get; set; }

    /// <summary>Lets its runs be read, if they are not yet.</summary>
    public void Want() => _wanted.TrySetResult();

    /// <summary>
    /// Somebody asks for its runs: lets them be read, and waits, for a second at most, where they have not been looked at for long.
    /// </summary>
    public async Task VisitAsync(CancellationToken cancellationToken)
    {
        Want();
        await Task.WhenAll(Members().Select(member => member.Catalog.VisitAsync(cancellationToken)));
        await Catalog.VisitAsync(cancellationToken);
    }

    /// <summary>The source as one of several.</summary>
    public JoinedMember ToMember() => new(Name, opened, Want);

    public ValueTask DisposeAsync() => opened.DisposeAsync();
}
