using System.Diagnostics;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Stores.Sql;
using Sacredboard.Data.Stores.TinyDb;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Measures the catalog in a minute; BenchmarkDotNet takes an hour.</summary>
internal static class CatalogReport
{
    /// <param name="source">A number of synthetic runs, the URL of a database, or a directory.</param>
    /// <param name="repeats">How many times each query is run; with 0 the runs are only loaded.</param>
    /// <param name="names">Parts of the names of the queries to run, or <c>groups</c>; all when there are none.</param>
    public static async Task PrintAsync(string source, int repeats, IReadOnlyList<string> names)
    {
        await using var loaded = await LoadedCatalog.LoadAsync(Open(source));
        var cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
        var resident = Resident();
        var snapshot = loaded.Catalog.Snapshot;
        Console.WriteLine($"{snapshot.Runs.Count:N0} runs, {loaded.Catalog.State.Phase}");
        Console.WriteLine($"first runs after {loaded.FirstPage.TotalSeconds:F2} s, all after {loaded.All.TotalSeconds:F1} s ({cpu:F1} s "
            + $"of processor time)");
        Console.WriteLine($"collections {GC.CollectionCount(0)}, of generation 1 {GC.CollectionCount(1)}, of generation 2 "
            + $"{GC.CollectionCount(2)}; paused {GC.GetTotalPauseDuration().TotalSeconds:F1} s");
        Console.WriteLine($"resident {resident} MB, at most {Peak()} MB; live objects {GC.GetTotalMemory(true) >> 20} MB");
        Console.WriteLine();
        if (repeats == 0)
        {
            return;
        }

        bool IsAsked(string name) =>
            names.Count == 0 || names.Any(part => name.Contains(part, StringComparison.Ordinal));
        SuggestReport.Print(snapshot);
        DifferReport(snapshot);
        Console.WriteLine("| query | p50 ms | p95 ms | cpu ms | KB | matched |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        var queries = Queries.All.Where(query => IsAsked(query.Key)).ToList();
        await WaitForStatisticsAsync(loaded.Catalog, [.. queries.Select(query => query.Value)]);
        snapshot = loaded.Catalog.Snapshot;
        foreach (var (name, query) in queries)
        {
            Print(name, snapshot, repeats, times => Queries.WithNewText(query, times));
        }

        if (IsAsked("newest (cached result)"))
        {
            Print("newest (cached result)", snapshot, repeats, _ => new());
        }

        if (IsAsked("a new field each time"))
        {
            Print(
                "a new field each time",
                snapshot,
                repeats,
                times => Queries.WithNewText(Queries.OfNewFields[times % Queries.OfNewFields.Count], times));
        }

        Console.WriteLine();
        Console.WriteLine($"resident after these {Resident()} MB; live objects {GC.GetTotalMemory(true) >> 20} MB");
        Console.WriteLine();
        if (IsAsked("groups"))
        {
            GroupReport.Print(snapshot, int.Max(1, repeats / 2));
        }

        Console.WriteLine($"resident after the queries {Resident()} MB, at most {Peak()} MB; live objects "
            + $"{GC.GetTotalMemory(true) >> 20} MB");
    }

    public static IRunStore Open(string source)
    {
        if (int.TryParse(source, out var count))
        {
            return new SyntheticStore(count);
        }

        var isUrl = source.Contains("://", StringComparison.Ordinal);
        var place = new PlaceOptions { Url = isUrl ? source : null, Directory = isUrl ? null : source };
        return new Backends().AddMongo().AddTinyDb().AddSql().AddFiles().Open(place, new StoreContext(TimeProvider.System, 128 << 20));
    }

    private static void DifferReport(CatalogSnapshot snapshot)
    {
        for (var i = 0; i < 5; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            var found = snapshot.Queries().DifferingConfig(new RunQuery()).Count;
            Console.WriteLine($"columns that differ: {found}, {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F1} ms, cpu "
                + $"{(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F1} ms");
        }
    }

    // Waits for the statistics of metrics, which are computed on the first query and have their own benchmark.
    private static async Task WaitForStatisticsAsync(RunCatalog catalog, IReadOnlyList<RunQuery> queries)
    {
        var asked = Stopwatch.StartNew();
        while (asked.Elapsed.TotalMinutes < 3
            && queries.SelectMany(query => catalog.Snapshot.Progress(catalog.Snapshot.Queries().Find(query).Metrics))
                .Any(progress => !progress.IsComplete))
        {
            await Task.Delay(100);
        }
    }

    private static void Print(string name, CatalogSnapshot snapshot, int repeats, Func<int, RunQuery> query)
    {
        var times = new double[repeats];
        var matched = 0;
        var allocated = GC.GetTotalAllocatedBytes();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = -5; i < repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var page = snapshot.Queries().Find(query(i + 5));
            matched = page.Error is null ? page.Matched : throw new InvalidOperationException(page.Error.ToString());
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        // Includes garbage collection; on a busy machine more reliable than the clock.
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (repeats + 5);
        Array.Sort(times);
        Console.WriteLine($"| {name} | {times[repeats / 2]:F2} | {times[repeats * 95 / 100]:F2} | {cpu:F2} | "
            + $"{(GC.GetTotalAllocatedBytes() - allocated) / (repeats + 5) / 1024:N0} | {matched:N0} |");
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
}
