using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>
/// Reads statistics from the metrics.json of many runs. Reading one metric reads the whole file, so the statistics of all its metrics are
/// kept while the file stays the same.
/// </summary>
internal sealed class MetricStatisticsFiles(IRunFolders folders, TimeProvider time)
{
    private const int RunsAtOnce = 500;

    /// <summary>A page waits for the first batch, so it is small.</summary>
    private const int FirstRuns = 50;

    /// <summary>The statistics of so many metrics of runs are kept, of some 200 bytes each.</summary>
    private const int MaxKept = 150_000;

    private readonly ConcurrentDictionary<string, Kept> _kept = new();
    private readonly ConcurrentDictionary<string, bool> _names = new();
    private int _count;

    /// <summary>The names in the files that were read so far.</summary>
    public IReadOnlyList<MetricName> Names()
    {
        var counts = _kept.Values.SelectMany(kept => kept.Metrics.Keys).CountBy(name => name).ToDictionary();
        return [.. _names.Keys.Select(name => new MetricName(name, counts.GetValueOrDefault(name)))];
    }

    public async IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadAsync(
        MetricStatisticsRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var done = 0; done < request.Runs.Count;)
        {
            var runs = request.Runs.Skip(done).Take(done == 0 ? FirstRuns : RunsAtOnce).ToList();
            var found = new RunMetricStatistics?[runs.Count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = folders.Readers, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, runs.Count, options, async (i, cancelled) =>
                found[i] = await ReadAsync(runs[i], request, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
            folders.EnsureThere();
            yield return [.. found.OfType<RunMetricStatistics>()];
            done += runs.Count;
        }
    }

    // Null for a file that is being written.
    private async ValueTask<RunMetricStatistics?> ReadAsync(RunId run, MetricStatisticsRequest request, CancellationToken cancellationToken)
    {
        if (run.Kind != RunIdKind.Text)
        {
            return new(run, null);
        }

        var state = (await folders.FindOwnAsync(run.Text, MetricsFile.Name, cancellationToken).ConfigureAwait(false)).State;
        if (request.Step is null && state.Exists && _kept.TryGetValue(run.Text, out var kept) && kept.State == state)
        {
            return new(run, kept.Metrics.TryGetValue(request.Name, out var known) ? known : null);
        }

        var (metrics, problem, isFresh) = await JsonFile.ReadAsync(
            folders,
            run.Text,
            MetricsFile.Name,
            time,
            (bytes, length) => MetricsFile.ReadStatistics(bytes.AsSpan(0, length), request.Step),
            (stream, cancelled) => MetricsFile.ReadStatisticsAsync(stream, request.Step, cancelled),
            cancellationToken).ConfigureAwait(false);
        if (metrics is null)
        {
            return isFresh ? null : new(run, null, problem);
        }

        Keep(run.Text, request.Step is null ? new(state, metrics) : null, metrics.Keys);
        return new(run, metrics.TryGetValue(request.Name, out var summary) ? summary : null);
    }

    private void Keep(string run, Kept? kept, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            _names.TryAdd(name, true);
        }

        if (kept is null)
        {
            return;
        }

        if (Interlocked.Add(ref _count, kept.Metrics.Count + 1) > MaxKept)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        _kept[run] = kept;
    }

    /// <param name="State">The state of the file before it was read.</param>
    private sealed record Kept(FileState State, IReadOnlyDictionary<string, MetricStatistics> Metrics);
}
