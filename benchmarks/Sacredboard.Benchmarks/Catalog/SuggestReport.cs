using System.Diagnostics;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Measures suggestions, each for the first time, as a user waits for them after a key press.</summary>
internal static class SuggestReport
{
    public static void Print(CatalogSnapshot snapshot)
    {
        Console.WriteLine("| suggestions, each asked once | p50 ms | p95 ms | slowest ms | cpu ms |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("fields: the very first", snapshot, [""]);
        Print("fields by a letter", snapshot, [.. "abcdefghijklmnopqrstuvwxyz".Select(letter => letter.ToString())]);
        Print("values", snapshot, [.. Fields(snapshot).Select(field => $"{field} = ")]);
        Print("operators", snapshot, [.. Fields(snapshot).Select(field => $"{field} ")]);
        Console.WriteLine();
    }

    private static IEnumerable<RunField> Fields(CatalogSnapshot snapshot) =>
        snapshot.Queries().Columns.Own.Concat(snapshot.Queries().Columns.Paths.Where(path => !path.HasChildren))
            .Select(column => column.Field);

    private static void Print(string name, CatalogSnapshot snapshot, IReadOnlyList<string> texts)
    {
        var before = Environment.CpuUsage.TotalTime;
        var times = texts.Select(text => (Text: text, Time: Time(snapshot, text))).OrderBy(asked => asked.Time).ToList();
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / texts.Count;
        Console.WriteLine($"| {name} | {times[times.Count / 2].Time:F1} | {times[times.Count * 95 / 100].Time:F1} | {times[^1].Time:F1} "
            + $"(`{times[^1].Text}`) | {cpu:F1} |");
    }

    private static double Time(CatalogSnapshot snapshot, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var list = snapshot.Queries().Suggest(text, text.Length);
        return list.Items.Count >= 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : 0;
    }
}
