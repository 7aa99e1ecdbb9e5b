using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Logs;

/// <summary>
/// Reads what runs logged beside Sacred, in TensorBoard's event files: pictures, texts and histograms. Nothing here throws for what is
/// stored: what cannot be read is told.
/// </summary>
public interface IRunLogs
{
    /// <summary>All directories that the run names, in its order, each place once; those that may not be opened with the reason.</summary>
    IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run);

    /// <summary>What the run's logs hold besides scalars.</summary>
    Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken);

    /// <summary>The pictures of one summary: mostly one.</summary>
    /// <param name="summary">As it was listed.</param>
    /// <param name="place">Which of <see cref="LoggedSummary.Places"/>; for one that there is not, nothing is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedSummary summary, int place, CancellationToken cancellationToken);

    /// <summary>The texts of one summary: one, or the cells of a table.</summary>
    Task<IReadOnlyList<string>> ReadTextsAsync(LoggedSummary summary, int place, CancellationToken cancellationToken);

    /// <summary>The values at TensorBoard's nine quantiles, lowest first; none when it is no histogram.</summary>
    Task<double[]> ReadBandsAsync(LoggedSummary summary, int place, CancellationToken cancellationToken);
}
