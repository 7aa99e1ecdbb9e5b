using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>What runs of one source logged beside Sacred; all that pages get of it. The sibling of <see cref="RunReader"/>, which finds the runs.</summary>
public sealed class RunLogReader(IRunStore store, IRunLogs logs)
{
    /// <summary>All directories that a run names, secrets in their recorded names masked. Asks the file system, which may take long.</summary>
    /// <param name="run">As <see cref="RunReader"/> found it.</param>
    public IReadOnlyList<LogDirectory> DirectoriesOf(Run run) =>
        [.. logs.DirectoriesOf(Stored(run)).Select(directory => directory with { Recorded = SecretMask.Text(directory.Recorded) })];

    /// <summary>What the run's logs hold besides scalars.</summary>
    /// <param name="run">As <see cref="RunReader"/> found it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<RunLogs> ListAsync(Run run, CancellationToken cancellationToken) => logs.ListAsync(Stored(run), cancellationToken);

    /// <summary>The same by its id; null when there is no such run.</summary>
    public async Task<RunLogs?> ListAsync(RunId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } run
            ? await logs.ListAsync(run.InFull, cancellationToken).ConfigureAwait(false)
            : null;

    /// <inheritdoc cref="IRunLogs.ReadPicturesAsync"/>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedMedia summary, int place, CancellationToken cancellationToken) =>
        logs.ReadPicturesAsync(summary, place, cancellationToken);

    /// <inheritdoc cref="IRunLogs.ReadTextsAsync"/>
    public Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia summary, int place, CancellationToken cancellationToken) =>
        logs.ReadTextsAsync(summary, place, cancellationToken);

    /// <inheritdoc cref="IRunLogs.ReadBandsAsync"/>
    public Task<double[]> ReadBandsAsync(LoggedMedia summary, int place, CancellationToken cancellationToken) =>
        logs.ReadBandsAsync(summary, place, cancellationToken);

    // A path with its secrets masked would lead nowhere.
    private static RunSummary Stored(Run run) => run.Stored ?? run.Summary;
}
