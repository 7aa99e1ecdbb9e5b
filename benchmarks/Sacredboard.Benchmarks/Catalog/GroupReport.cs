using System.Diagnostics;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Measures grouping and totals of all runs; no result is cached from one time to the next.</summary>
internal static class GroupReport
{
    private static readonly IReadOnlyList<RunField> Columns = Fields(
        "started,duration,result,lr,epochs,optimizer.momentum,model.depth,data.fraction");

    public static void Print(CatalogSnapshot snapshot, int repeats)
    {
        Console.WriteLine("| grouped by | first ms | best ms | p50 ms | p95 ms | cpu ms | KB | groups |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        Print(snapshot, repeats, "experiment", null, "");
        Print(snapshot, repeats, "status", null, "");
        Print(snapshot, repeats, "lr,optimizer.name", null, "-mean:result");
        Print(snapshot, repeats, "model.layers[1]", null, "");
        Print(snapshot, repeats, "config", null, "");
        Print(snapshot, repeats, "config", "*seed,model,data", "");
        Print(snapshot, repeats, "config", "*seed,model,data", "-mean:result");
        Time("totals of 8 columns", repeats, times => snapshot.Queries().Totals(WithNewText(times), Columns).Count);
        Console.WriteLine();
    }

    private static void Print(CatalogSnapshot snapshot, int repeats, string group, string? seeds, string sort)
    {
        var keys = SeedKeys.ByName;
        if (!RunGrouping.TryParse(group, out var grouping, out _) || !GroupSort.TryParse(sort, out var order, out _)
            || (seeds is not null && !SeedKeys.TryParse(seeds, out keys, out _)))
        {
            throw new ArgumentException(group, nameof(group));
        }

        Time(
            string.Join(' ', new[] { group, seeds is null ? "" : $"without {seeds}", sort }.Where(part => part.Length > 0)),
            repeats,
            times => snapshot.Queries().Group(new()
            {
                Runs = WithNewText(times),
                Grouping = grouping with { Seeds = keys },
                Columns = Columns,
                Sort = order,
            }).GroupCount);
    }

    private static void Time(string name, int repeats, Func<int, int> answer)
    {
        var times = new double[repeats];
        var (count, first) = (0, 0d);
        var allocated = GC.GetTotalAllocatedBytes();
        var before = Environment.CpuUsage.TotalTime;
        for (var i = -3; i < repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            count = answer(i + 3);
            first = i == -3 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : first;
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }

        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (repeats + 3);
        Array.Sort(times);
        Console.WriteLine($"| {name} | {first:F1} | {times[0]:F1} | {times[repeats / 2]:F1} | {times[repeats * 95 / 100]:F1} | {cpu:F1} | "
            + $"{(GC.GetTotalAllocatedBytes() - allocated) / (repeats + 3) / 1024:N0} | {count:N0} |");
    }

    private static RunQuery WithNewText(int times) => Queries.WithNewText(new(), times);

    private static IReadOnlyList<RunField> Fields(string text) =>
        FieldList.TryParse(text, out var fields, out _) ? fields : throw new ArgumentException(text, nameof(text));
}
