using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Logs;

/// <summary>
/// Reads what runs logged besides Sacred's own data, in TensorBoard's event files: pictures, texts and histograms. Damaged or missing
/// files are reported, never thrown.
/// </summary>
public interface IRunLogs
{
    /// <summary>What is asked of a run to find its logs.</summary>
    RunParts Parts { get; }

    /// <summary>
    /// All directories that the run names, in its order, without duplicates; those that may not be opened with the reason.
    /// </summary>
    IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run);

    /// <summary>The content of the run's logs besides scalars.</summary>
    Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken);

    /// <summary>The encoded pictures of one logged value, mostly one.</summary>
    /// <param name="media">The listed tag.</param>
    /// <param name="index">Index in <see cref="LoggedMedia.Locations"/>; nothing is read for an index out of range.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedMedia media, int index, CancellationToken cancellationToken);

    /// <summary>The texts of one logged value: one, or the cells of a table.</summary>
    Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia media, int index, CancellationToken cancellationToken);

    /// <summary>The values at TensorBoard's nine quantiles, ascending; empty when the value is not a histogram.</summary>
    Task<double[]> ReadBandsAsync(LoggedMedia media, int index, CancellationToken cancellationToken);
}
