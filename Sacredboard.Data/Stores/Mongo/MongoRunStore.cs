using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Reads runs written by Sacred's MongoObserver or QueuedMongoObserver. Needs only the right to read, no index, and MongoDB 4.4 or
/// later. The constructor does not connect.
/// </summary>
public sealed class MongoRunStore : IRunStore
{
    private readonly MongoRuns _followed;
    private readonly MongoRuns _runs;
    private readonly MongoChanges _changes;
    private readonly MongoOutput _output;
    private readonly MongoFiles _files;

    /// <param name="place">The collection.</param>
    /// <param name="time">The clock.</param>
    /// <param name="outputFiles">Where output may lie that runs only name; null for nowhere.</param>
    public MongoRunStore(MongoPlace place, TimeProvider time, RecordedFileOptions? outputFiles = null)
    {
        Info = InfoOf(place);
        var reader = new MongoReader(place);
        var follower = new MongoReader(place, MongoUse.Follow);
        var marks = new MongoRunMarks(place.Runs);
        _followed = new MongoRuns(follower, marks);
        _changes = new MongoChanges(follower, _followed, marks, time);
        _runs = new MongoRuns(reader);
        _output = new MongoOutput(reader, new RecordedFiles(outputFiles ?? new()));
        Metrics = new MongoMetrics(reader, time);
        RunInfo = new MongoRunInfo(reader);
        Counts = new MongoCounts(reader);
        _files = new MongoFiles(reader);
    }

    public RunStoreInfo Info { get; }

    public IRunMetrics Metrics { get; }

    public IRunInfo? RunInfo { get; }

    public IRunLogs? Logs => null;

    public IRunCounts Counts { get; }

    public IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, CancellationToken cancellationToken) =>
        _followed.ReadAllAsync(limits, cancellationToken);

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _changes.ReadAsync(known, cursor as MongoCursor, cancellationToken);

    public Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        _runs.ReadSummariesAsync(ids, cancellationToken);

    public Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => _runs.MeasureAsync(id, cancellationToken);

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        await _runs.FindAsync(id, parts, cancellationToken) is { } run
            ? RunSummaryReader.ReadRun(id, MongoRunFormat.ToCurrent(run, Info.Place.Collection!), parts) with
            {
                HasLocalTimes = MongoRunFormat.HasLocalTimes(run),
            }
            : null;

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        _output.ReadAsync(id, range, cancellationToken);

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        _files.ListAsync(id, cancellationToken);

    public Task<int> CountFilesAsync(RunId id, CancellationToken cancellationToken) => _files.CountAsync(id, cancellationToken);

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        _files.OpenAsync(id, fileId, cancellationToken);

    /// <summary>Disposes the change stream; the client is shared by the process.</summary>
    public ValueTask DisposeAsync() => _changes.DisposeAsync();

    internal static RunStoreInfo InfoOf(MongoPlace place) => new("mongodb", new(place.Name)
    {
        Scheme = place.Scheme,
        Host = place.Servers,
        Database = place.Database,
        Collection = place.Runs,
    })
    {
        HasMongoDocuments = true,
        Observer = $"MongoObserver(url=\"mongodb://{place.Servers}\", db_name=\"{place.Database}\")",
    };
}
