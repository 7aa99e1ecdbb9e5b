using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>The logs of a run are shown with its own source.</summary>
internal sealed class NoLogs : IRunLogs
{
    public RunParts Parts { get; } = new(RunTrees.None);

    public IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run) => [];

    public Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken) => Task.FromResult(new RunLogs());

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(
        LoggedMedia media, int index, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([]);

    public Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task<double[]> ReadBandsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        Task.FromResult<double[]>([]);
}
