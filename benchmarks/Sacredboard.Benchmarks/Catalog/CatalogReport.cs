using System.Diagnostics;
using Sacredboard.Data.Catalog;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>The figures of the catalog in a minute, where BenchmarkDotNet takes an hour.</summary>
internal static class CatalogReport
{
    private const int Repeats = 60;

    public static async Task PrintAsync(int[] sizes)
    {
        foreach (var size in sizes)
        {
            await PrintAsync(size);
        }
    }

    private static async Task PrintAsync(int size)
    {
        var started = Stopwatch.GetTimestamp();
        await using var loaded = await LoadedCatalog.LoadAsync(size);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"{size:N0} runs: made and loaded in {seconds:F1} s, resident {Resident()} MB, peak {Peak()} MB, heap {GC.GetTotalMemory(false) >> 20} MB, live {GC.GetTotalMemory(true) >> 20} MB");
        Console.WriteLine("| query | p50 ms | p95 ms | matched |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (name, query) in Queries.All)
        {
            Print(name, loaded.Catalog.Snapshot, times => Queries.Anew(query, times));
        }

        Print("newest (kept answer)", loaded.Catalog.Snapshot, _ => new());
        Console.WriteLine($"resident after the queries {Resident()} MB");
        Console.WriteLine();
    }

    private static void Print(string name, CatalogSnapshot snapshot, Func<int, Sacredboard.Data.Querying.RunQuery> query)
    {
        var times = new double[Repeats];
        var matched = 0;
        for (var i = -5; i < Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            matched = snapshot.Query(query(i + 5)).Matched;
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        Console.WriteLine($"| {name} | {times[Repeats / 2]:F2} | {times[Repeats * 95 / 100]:F2} | {matched:N0} |");
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
}
