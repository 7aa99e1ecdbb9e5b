using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>How much is read at a time, and what is not read twice.</summary>
public sealed class MetricCacheTests : IDisposable
{
    private static readonly RunId Run = RunId.Of(1);
    private readonly FakeTimeProvider _time = new();
    private readonly CountingMetrics _metrics = new();
    private readonly MetricCache _cache;

    public MetricCacheTests() => _cache = new(1 << 20, new ReadBudget(64 << 20, _time), _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Of_fifty_metrics_that_may_be_large_two_are_read_at_a_time()
    {
        var readings = Enumerable.Range(0, 50).Select(i => FindAsync(RunId.Of(i), "loss")).ToList();
        await _metrics.UntilAsync(2);
        for (var i = 0; i < readings.Count; i++)
        {
            _metrics.LetThrough(1);
            if (i < readings.Count - 2)
            {
                await _metrics.UntilAsync(1);
            }
        }

        await Task.WhenAll(readings);
        Assert.Equal((50, 2), (_metrics.Reads, _metrics.MostInFlight));
    }

    [Fact]
    public async Task Metrics_known_to_be_small_are_read_at_the_same_time()
    {
        _metrics.Keeps = false;
        _metrics.LetThrough(1);
        await _cache.ListAsync(_metrics, Run, 1, Cancellation);

        var readings = _metrics.Names.Select(name => FindAsync(Run, name)).ToList();
        await _metrics.UntilAsync(readings.Count);
        _metrics.LetThrough(readings.Count);
        await Task.WhenAll(readings);

        Assert.Equal(_metrics.Names.Count, _metrics.MostInFlight);
    }

    [Fact]
    public async Task What_a_list_read_is_not_read_again_to_be_drawn()
    {
        _metrics.LetThrough(1);
        await _cache.ListAsync(_metrics, Run, 1, Cancellation);

        var points = await FindAsync(Run, "c");
        Assert.Equal(3, points!.Series.Count);
        Assert.Equal(1, _metrics.Reads);
    }

    [Fact]
    public async Task Points_that_did_not_change_keep_their_version_when_a_list_reads_them_again()
    {
        _metrics.LetThrough(2);
        await _cache.ListAsync(_metrics, Run, 1, Cancellation);
        var version = (await FindAsync(Run, "c"))!.Version;
        await _cache.ListAsync(_metrics, Run, 2, Cancellation);

        Assert.Equal(version, (await _cache.FindAsync(_metrics, Run, "c", 2, Cancellation))!.Version);
        Assert.Equal(2, _metrics.Reads);
    }

    [Fact]
    public async Task A_list_fills_at_most_half_of_the_cache()
    {
        var small = new MetricCache(3000, new ReadBudget(64 << 20, _time), _time);
        _metrics.LetThrough(2);
        await small.ListAsync(_metrics, Run, 1, Cancellation);

        await small.FindAsync(_metrics, Run, "a", 1, Cancellation);
        Assert.Equal(1, _metrics.Reads);
        await small.FindAsync(_metrics, Run, "e", 1, Cancellation);
        Assert.Equal(2, _metrics.Reads);
    }

    [Fact]
    public async Task A_failed_reading_gives_its_room_back()
    {
        _metrics.Fails = true;
        for (var i = 0; i < 5; i++)
        {
            _metrics.LetThrough(1);
            await Assert.ThrowsAsync<RunStoreException>(() => FindAsync(Run, "loss"));
        }
    }

    private Task<MetricPoints?> FindAsync(RunId run, string name) => _cache.FindAsync(_metrics, run, name, 1, Cancellation);

    /// <summary>Each reading waits until it is let through; counts those that are going on.</summary>
    private sealed class CountingMetrics : IRunMetrics, IDisposable
    {
        private readonly SemaphoreSlim _gate = new(0);
        private readonly SemaphoreSlim _begun = new(0);
        private int _inFlight;
        private int _most;
        private int _reads;

        public int MostInFlight => Volatile.Read(ref _most);

        public int Reads => Volatile.Read(ref _reads);

        public bool Keeps { get; set; } = true;

        public bool Fails { get; set; }

        public IReadOnlyList<string> Names { get; } = ["a", "b", "c", "d", "e"];

        public void LetThrough(int times) => _gate.Release(times);

        public async Task UntilAsync(int begun)
        {
            for (var i = 0; i < begun; i++)
            {
                Assert.True(await _begun.WaitAsync(TimeSpan.FromSeconds(30), Cancellation), $"Only {i} of {begun} readings began.");
            }
        }

        public Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken) =>
            ListAsync(id, _ => { }, cancellationToken);

        public async Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken)
        {
            await _gate.WaitAsync(cancellationToken);
            Interlocked.Increment(ref _reads);
            var all = Names.Select(Series).ToList();
            foreach (var series in all.Where(_ => Keeps))
            {
                keep(series);
            }

            return [.. all.Select(series => Metric.Of(series.Name, series.Steps, series.Values, [], default))];
        }

        public async Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _reads);
            var now = Interlocked.Increment(ref _inFlight);
            for (var most = _most; now > most; most = _most)
            {
                Interlocked.CompareExchange(ref _most, now, most);
            }

            _begun.Release();
            try
            {
                await _gate.WaitAsync(cancellationToken);
                return Fails ? throw new RunStoreException(RunStoreProblem.Unreachable, "away") : Series(name);
            }
            finally
            {
                Interlocked.Decrement(ref _inFlight);
            }
        }

        public IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
            MetricStatisticsRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
            _gate.Dispose();
            _begun.Dispose();
        }

        private static MetricSeries Series(string name) =>
            new() { Name = name, Steps = [0, 1, 2], Values = [1, 2, 3], Times = [10, 20, 30] };
    }
}
