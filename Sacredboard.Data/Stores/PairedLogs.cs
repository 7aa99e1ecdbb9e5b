using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores;

/// <summary>Logs of which some runs have their own reader.</summary>
/// <param name="own">Reads the logs of these runs.</param>
/// <param name="isOwn">Whether a run is one of them.</param>
/// <param name="others">Reads those of all other runs; null for none.</param>
internal sealed class PairedLogs(IRunLogs own, Func<RunId, bool> isOwn, IRunLogs? others) : IRunLogs
{
    /// <summary>The same with another reader of the logs of all other runs.</summary>
    public PairedLogs With(IRunLogs beside) => new(own, isOwn, beside);

    public RunParts Parts { get; } = others is null ? own.Parts : others.Parts.With(own.Parts.Members);

    public IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run) => Of(run)?.DirectoriesOf(run) ?? [];

    public Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken) =>
        Of(run)?.ListAsync(run, cancellationToken) ?? Task.FromResult(new RunLogs());

    // What was listed holds its own location, whoever listed it.
    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        own.ReadPicturesAsync(media, index, cancellationToken);

    public Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        own.ReadTextsAsync(media, index, cancellationToken);

    public Task<double[]> ReadBandsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        own.ReadBandsAsync(media, index, cancellationToken);

    private IRunLogs? Of(RunSummary run) => isOwn(run.Id) ? own : others;
}
