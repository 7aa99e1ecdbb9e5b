using System.Runtime.CompilerServices;
using Sacredboard.Data;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Chooses the store for a place: the one list of backends.</summary>
public static class RunStores
{
    public static IRunStore Open(SourceOptions place) => new EmptyRunStore(place.Directory ?? "");

    /// <summary>What people call the place: the database, or the directory's last name.</summary>
    public static string ShortName(SourceOptions place) =>
        place.Directory is { } directory
            ? Path.GetFileName(Path.TrimEndingDirectorySeparator(directory))
            : place.Database ?? DatabaseOf(place.Url ?? "") ?? "sacred";

    /// <summary>The database in a URL's path, or null.</summary>
    private static string? DatabaseOf(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var slash = authority < 3 ? -1 : url.IndexOf('/', authority);
        var database = slash < 0 ? "" : url[(slash + 1)..].Split('?')[0];
        return database.Length == 0 ? null : Uri.UnescapeDataString(database);
    }

    private sealed class EmptyRunStore(string place) : IRunStore
    {
        public RunStoreInfo Info { get; } = new("files", place, new RunStoreCapabilities());

        public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
            Task.FromResult(new RunChanges([], [], new NoCursor()));

        public Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<RunSummary>>([]);

        public Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult<Run?>(null);

        public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) => Task.FromResult<RunOutput?>(null);

        public Task<IReadOnlyList<Metric>> ListMetricsAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Metric>>([]);

        public Task<MetricSeries?> ReadMetricAsync(RunId id, string name, CancellationToken cancellationToken) => Task.FromResult<MetricSeries?>(null);

        public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RunFile>>([]);

        public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) => Task.FromResult<RunFileContent?>(null);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed record NoCursor : RunCursor;
    }
}
