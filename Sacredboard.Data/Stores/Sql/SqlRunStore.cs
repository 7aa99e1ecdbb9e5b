using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.Sql.Dialects;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// Reads runs written by Sacred's SqlObserver. Needs only the right to read. The id of a run is the text in <c>run_id</c>. The constructor
/// does not connect.
/// </summary>
internal sealed class SqlRunStore : IRunStore
{
    private readonly SqlRuns _followed;
    private readonly SqlChanges _changes;
    private readonly SqlRuns _runs;
    private readonly SqlOutput _output;
    private readonly SqlFiles _files;
    private readonly SqlDatabase _database;

    public SqlRunStore(SqlDatabase database, TimeProvider time)
    {
        _database = database;
        var follower = new SqlReader(database, null);
        var reader = new SqlReader(database, new ReadBudget(SqlServer.MaxVisits, time));
        var schemas = new SqlSchemaReader(follower, time);
        _followed = new SqlRuns(follower, schemas);
        _changes = new SqlChanges(follower, schemas, _followed, time);
        _runs = new SqlRuns(reader, schemas);
        _output = new SqlOutput(reader, schemas);
        _files = new SqlFiles(reader, schemas);
        RunInfo = new SqlRunInfo(reader, schemas, _runs);
        Info = new RunStoreInfo("sql", database.Place)
        {
            IdsAreText = true,
            ObserverWithoutMetrics = "SqlObserver",
            // Its beats come from another thread, in whose session they stay until the main thread stores something.
            HeartbeatsAreRare = true,
            Observer = $"SqlObserver(\"{database.ObserverUrl}\")",
        };
    }

    public RunStoreInfo Info { get; }

    /// <summary>SqlObserver stores none.</summary>
    public IRunMetrics? Metrics => null;

    public IRunInfo? RunInfo { get; }

    public IRunLogs? Logs => null;

    public IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, CancellationToken cancellationToken) =>
        _followed.ReadAllAsync(limits, cancellationToken);

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _changes.ReadAsync(known, cursor as SqlCursor, cancellationToken);

    public Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        _runs.ReadSummariesAsync(ids, cancellationToken);

    public Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => _runs.MeasureAsync(id, cancellationToken);

    public Task<long> MeasureOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        _output.MeasureAsync(id, range, cancellationToken);

    public Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        _runs.FindAsync(id, parts, cancellationToken);

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        _output.ReadAsync(id, range, cancellationToken);

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        _files.ListAsync(id, cancellationToken);

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        _files.OpenAsync(id, fileId, cancellationToken);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
