using System.Diagnostics;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Measures the statistics of metrics of all runs: time until they are known, their memory, and sorting by them.</summary>
internal static class StatisticsReport
{
    /// <param name="source">The URL of a MongoDB database.</param>
    /// <param name="metrics">Names of metrics.</param>
    public static async Task PrintAsync(string source, IReadOnlyList<string> metrics)
    {
        await using var loaded = await LoadedCatalog.LoadAsync(CatalogReport.Open(source));
        List<RunField> fields = [.. metrics.Select(name => RunField.Metric(name, MetricStatistic.Min))];
        var (live, resident) = (GC.GetTotalMemory(true), Resident());
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        TimeSpan? first = null;
        while (loaded.Catalog.Snapshot.Progress(fields) is var progress && progress.Any(metric => !metric.IsComplete))
        {
            first ??= progress.Any(metric => metric.Known > 0) ? Stopwatch.GetElapsedTime(started) : null;
            await Task.Delay(5);
        }

        var took = Stopwatch.GetElapsedTime(started);
        var cpu = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var snapshot = loaded.Catalog.Snapshot;
        Console.WriteLine($"{snapshot.Runs.Count:N0} runs, {metrics.Count} metrics: first after {first?.TotalSeconds:F2} s, all after "
            + $"{took.TotalSeconds:F1} s ({cpu:F1} s of processor time here)");
        Console.WriteLine($"live objects +{(GC.GetTotalMemory(true) - live) / 1048576.0:F1} MB, resident +{Resident() - resident} MB");
        Console.WriteLine();
        Console.WriteLine("| sorted by | p50 ms | p95 ms |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var kind in Enum.GetValues<MetricStatistic>().Where(kind => kind != MetricStatistic.At))
        {
            PrintSort(snapshot, [.. metrics.Select(name => new RunSort(RunField.Metric(name, kind), true)).Take(1)]);
        }

        PrintSort(snapshot, [.. metrics.Select(name => new RunSort(RunField.Metric(name, MetricStatistic.Last), false))]);
    }

    private static void PrintSort(CatalogSnapshot snapshot, IReadOnlyList<RunSort> sort)
    {
        var times = new double[30];
        for (var i = 0; i < times.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = snapshot.Queries().Find(Queries.WithNewText(new() { Sort = sort }, i)).Runs;
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"| {FieldList.ToText(sort)} | {times[times.Length / 2]:F1} | {times[times.Length * 95 / 100]:F1} |");
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;
}
