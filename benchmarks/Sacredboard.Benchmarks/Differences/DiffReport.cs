using System.Diagnostics;
using System.Globalization;
using Sacredboard.Data.Differences;

namespace Sacredboard.Benchmarks.Differences;

/// <summary>Two outputs of 4 MB each, which have much, little or nothing in common: the shortest and the median of some times.</summary>
internal static class DiffReport
{
    private const int Length = 4 * 1024 * 1024;
    private const int Times = 12;

    public static void Print()
    {
        Console.WriteLine("| outputs of 4 MB | lines | shortest ms | median ms | differences |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Measure("one line in a hundred differs", i => $"epoch {i}: loss {1.0 / (i + 1):0.000000}", i => i % 100 == 0 ? "x" : "");
        Measure("each line differs", i => $"epoch {i}: loss {1.0 / (i + 1):0.000000} of ", i => "other");
        Measure("every other line differs", i => $"epoch {i}: loss {1.0 / (i + 1):0.000000}", i => i % 2 == 0 ? "!" : "");
        Measure("five lines again and again, in another order", i => $"a line of a log with its number {i % 5}", i => $"{i * 7 % 3}");
        Measure("the same", i => $"epoch {i}", i => "");
    }

    private static void Measure(string name, Func<int, string> line, Func<int, string> change)
    {
        var (before, after) = (Lines(line), Lines(i => line(i) + change(i)));
        var times = new List<double>();
        var diff = TextDiff.Of(before, after);
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            diff = TextDiff.Of(before, after);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var found = diff.Left + diff.Parts.Count(part => part.Kind == DiffPartKind.Changed);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {before.Count:N0} | {times[0]:0} | {times[Times / 2]:0} | {found:N0} |"));
    }

    private static List<string> Lines(Func<int, string> line)
    {
        var lines = new List<string>();
        for (var (i, length) = (0, 0); length < Length; i++)
        {
            lines.Add(line(i));
            length += lines[^1].Length + 1;
        }

        return lines;
    }
}
