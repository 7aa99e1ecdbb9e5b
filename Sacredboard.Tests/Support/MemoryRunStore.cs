using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Tests.Support;

/// <summary>A store whose runs a test puts in and takes out, and which fails and waits on command. Counts what it is asked.</summary>
public sealed class MemoryRunStore : IRunStore, IRunMetrics
{
    private readonly Lock _lock = new();
    private readonly List<(RunSummary Run, int Change)> _runs = [];
    private readonly List<(RunId Id, int Change)> _deleted = [];
    private int _change;
    private SemaphoreSlim? _gate;
    private SemaphoreSlim? _statisticsGate;

    /// <summary>Stands for a value of a metric that is not a number.</summary>
    public static readonly double Text = BitConverter.Int64BitsToDouble(unchecked((long)0xFFFF_0000_0000_0000));

    public RunStoreInfo Info { get; init; } = new("memory", new("a test")) { Observer = "MemoryObserver()" };

    IRunMetrics IRunStore.Metrics => this;

    public IRunInfo? RunInfo => null;

    public IRunLogs? Logs => null;

    /// <summary>Thrown by every reading while set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The same for statistics of metrics alone.</summary>
    public Exception? StatisticsFailure { get; set; }

    /// <summary>The files of runs.</summary>
    public ConcurrentDictionary<RunId, IReadOnlyList<RunFile>> Files { get; } = [];

    /// <summary>Thrown when the files of such a run are listed.</summary>
    public ConcurrentDictionary<RunId, Exception> FileFailures { get; } = [];

    public int BatchSize { get; set; } = 100;

    /// <summary>Fails after so many batches of a reading; null for never.</summary>
    public int? FailAfterBatches { get; set; }

    public int FullReadings { get; private set; }

    /// <summary>How often changes were read.</summary>
    public int ChangeReads { get; private set; }

    /// <summary>The ids that were asked for, reading by reading.</summary>
    public List<IReadOnlyCollection<RunId>> Asked { get; } = [];

    /// <summary>The trees that were asked for, run by run.</summary>
    public ConcurrentQueue<RunTrees> AskedTrees { get; } = [];

    /// <summary>The values of the metrics of runs, by name; their steps count from 0.</summary>
    public ConcurrentDictionary<(RunId Run, string Name), double[]> Metrics { get; } = [];

    /// <summary>Why the metrics of a run cannot be read.</summary>
    public ConcurrentDictionary<RunId, string> Broken { get; } = [];

    /// <summary>The statistics that were asked for, reading by reading.</summary>
    public List<MetricStatisticsRequest> AskedStatistics { get; } = [];

    /// <summary>What the last reading of changes was told to be active.</summary>
    public IReadOnlyList<RunId> Active { get; private set; } = [];

    /// <summary>From now on every batch and every reading by id waits for <see cref="LetThrough"/>.</summary>
    public void Hold() => _gate = new(0);

    public void LetThrough(int times = 1) => _gate!.Release(times);

    /// <summary>The same for batches of statistics of metrics alone.</summary>
    public void HoldStatistics() => _statisticsGate = new(0);

    public void LetStatisticsThrough(int times = 1) => _statisticsGate!.Release(times);

    public void Put(params RunSummary[] runs)
    {
        lock (_lock)
        {
            _change++;
            foreach (var run in runs)
            {
                _runs.RemoveAll(entry => entry.Run.Id == run.Id);
                _runs.Insert(0, (run, _change));
            }
        }
    }

    public void Delete(RunId id)
    {
        lock (_lock)
        {
            _deleted.Add((id, ++_change));
            _runs.RemoveAll(entry => entry.Run.Id == id);
        }
    }

    /// <summary>Changes the storage without a trace that reading changes would find.</summary>
    public void PutUnseen(RunSummary run)
    {
        lock (_lock)
        {
            var index = _runs.FindIndex(entry => entry.Run.Id == run.Id);
            _runs[index] = (run, _runs[index].Change);
        }
    }

    public void DeleteUnseen(RunId id)
    {
        lock (_lock)
        {
            _runs.RemoveAll(entry => entry.Run.Id == id);
        }
    }

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FullReadings++;
        await Task.Yield();
        Fail();
        var runs = Sorted().Where(run => !(run.Started < limits.Since)).Take(limits.MaxRuns ?? int.MaxValue).ToList();
        var batches = 0;
        foreach (var batch in runs.Chunk(BatchSize))
        {
            await PassAsync(cancellationToken);
            if (batches++ >= FailAfterBatches)
            {
                throw new RunStoreException(RunStoreProblem.Unreachable, "gone in the middle");
            }

            yield return new RunBatch(batch, runs.Count);
        }
    }

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken)
    {
        Fail();
        lock (_lock)
        {
            ChangeReads++;
            Active = known.Active;
            var since = (cursor as Cursor)?.Change ?? -1;
            var changed = since < 0
                ? _runs.Where(entry => !known.Contains(entry.Run.Id))
                : _runs.Where(entry => entry.Change > since);
            return Task.FromResult(new RunChanges(
                [.. changed.Select(entry => entry.Run)],
                [.. _deleted.Where(entry => entry.Change > since).Select(entry => entry.Id)],
                new Cursor(_change)));
        }
    }

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        Asked.Add(ids);
        await PassAsync(cancellationToken);
        Fail();
        return [.. Sorted().Where(run => ids.Contains(run.Id))];
    }

    /// <summary>How many bytes each of its runs says to have.</summary>
    public long StoredBytes { get; set; }

    public Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult(StoredBytes);

    public Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken)
    {
        AskedTrees.Enqueue(parts.Trees);
        return Task.FromResult(Sorted().Where(run => run.Id == id).Select(run => new Run { Summary = run, Config = run.Config, Info = run.Info }).FirstOrDefault());
    }

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        Task.FromResult<RunOutput?>(null);

    public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Metric>>([]);

    public Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken) =>
        Task.FromResult<MetricSeries?>(null);

    public Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MetricName>>(
        [.. Metrics.Keys.GroupBy(key => key.Name).Select(runs => new MetricName(runs.Key, runs.Count()))]);

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AskedStatistics.Add(request);
        await Task.Yield();
        foreach (var batch in request.Runs.Chunk(BatchSize))
        {
            await PassAsync(_statisticsGate, cancellationToken);
            Fail();
            if (StatisticsFailure is not null)
            {
                throw StatisticsFailure;
            }

            yield return [.. batch.Select(run => new RunMetricStatistics(run, Metrics.TryGetValue((run, request.Name), out var points)
                ? MetricStatistics.Of([.. points.Select((_, step) => (double)step)], points, NotNumbers(points), request.Step)
                : null, Broken.GetValueOrDefault(run)))];
        }
    }

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        FileFailures.TryGetValue(id, out var failure)
            ? Task.FromException<IReadOnlyList<RunFile>>(failure)
            : Task.FromResult(Files.GetValueOrDefault(id, []));

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        Task.FromResult<RunFileContent?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static List<int> NotNumbers(double[] points) =>
        [.. points.Index().Where(point => BitConverter.DoubleToInt64Bits(point.Item) == BitConverter.DoubleToInt64Bits(Text))
            .Select(point => point.Index)];

    private List<RunSummary> Sorted()
    {
        lock (_lock)
        {
            return [.. _runs.Select(entry => entry.Run).OrderByDescending(run => run.Started).ThenByDescending(run => run.Id)];
        }
    }

    private Task PassAsync(CancellationToken cancellationToken) => PassAsync(_gate, cancellationToken);

    private static async Task PassAsync(SemaphoreSlim? gate, CancellationToken cancellationToken)
    {
        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken);
        }
    }

    private void Fail()
    {
        if (Failure is not null)
        {
            throw Failure;
        }
    }

    private sealed record Cursor(int Change) : RunCursor;
}
