using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Reads for pages what runs of one source logged besides Sacred's own data, as <see cref="RunReader"/> reads the runs.
/// </summary>
public sealed class RunLogReader(IRunStore store, IRunLogs logs)
{
    /// <summary>All directories that a run names, with secrets in their recorded names masked. Slow on slow file systems.</summary>
    /// <param name="run">As <see cref="RunReader"/> found it.</param>
    public IReadOnlyList<LogDirectory> DirectoriesOf(Run run) =>
        [.. logs.DirectoriesOf(Stored(run)).Select(directory => directory with { Recorded = SecretMask.Text(directory.Recorded) })];

    /// <summary>Whether at least one of the runs has a directory of logs that can be opened.</summary>
    public async Task<bool> HasAnyAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        foreach (var run in await store.ReadSummariesAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            // A summary lacks a large info, which may name directories.
            if (Has(run)
                || (run.Info is null
                    && await store.FindAsync(run.Id, logs.Parts, cancellationToken).ConfigureAwait(false) is { } whole
                    && Has(whole.InFull)))
            {
                return true;
            }
        }

        return false;

        bool Has(RunSummary run) => logs.DirectoriesOf(run).Any(directory => directory.Path is not null);
    }

    /// <summary>The content of the run's logs besides scalars.</summary>
    /// <param name="run">As <see cref="RunReader"/> found it.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async Task<RunLogs> ListAsync(Run run, CancellationToken cancellationToken) =>
        Masked(await logs.ListAsync(Stored(run), cancellationToken).ConfigureAwait(false));

    /// <summary>The same by its id; null when there is no such run.</summary>
    public async Task<RunLogs?> ListAsync(RunId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, logs.Parts, cancellationToken).ConfigureAwait(false) is { } run
            ? Masked(await logs.ListAsync(run.InFull, cancellationToken).ConfigureAwait(false))
            : null;

    /// <inheritdoc cref="IRunLogs.ReadPicturesAsync"/>
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        logs.ReadPicturesAsync(media, index, cancellationToken);

    /// <inheritdoc cref="IRunLogs.ReadTextsAsync"/>
    public async Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        [.. (await logs.ReadTextsAsync(media, index, cancellationToken).ConfigureAwait(false)).Select(SecretMask.Printed)];

    /// <inheritdoc cref="IRunLogs.ReadBandsAsync"/>
    public Task<double[]> ReadBandsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        logs.ReadBandsAsync(media, index, cancellationToken);

    private static RunLogs Masked(RunLogs found) => found with
    {
        Media = [.. found.Media.Select(media => media with { Name = SecretMask.Text(media.Name) })],
        Problems = [.. found.Problems.Select(problem => SecretMask.Text(problem))],
    };

    // Paths with masked secrets cannot be opened.
    private static RunSummary Stored(Run run) => run.Stored ?? run.Summary;
}
