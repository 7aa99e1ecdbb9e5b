using System.Diagnostics;
using System.Globalization;

namespace Sacredboard.Benchmarks.Drawing;

/// <summary>
/// The work of <see cref="DrawingBenchmarks"/> on a machine that others use too: the shortest of many times, and the processor time of
/// the whole process per run, garbage collection included.
/// </summary>
internal static class DrawingReport
{
    private const int Times = 60;

    public static void Print()
    {
        var work = new DrawingBenchmarks();
        work.Create();
        Console.WriteLine("| work | shortest ms | cpu ms | allocated KB |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Measure("M4, plain loops", () => work.M4_with_plain_loops());
        Measure("M4, vectors", () => work.M4_with_vectors());
        Measure("M4, pyramid", () => work.M4_with_a_pyramid());
        Measure("LTTB", () => work.Largest_triangle_three_buckets());
        Measure("build the pyramid", () => work.Build_the_pyramid());
        Measure("decode", () => work.Decode());
        Measure("decode and draw", () => work.Decode_and_draw());
        Measure("draw the whole again", () => work.Draw_the_whole_again());
        Measure("zoom", () => work.Zoom());
        Measure("append 100 points and draw the tail", () => work.Append_100_points_and_draw_the_tail());
        Measure("robust axis", () => work.Robust_axis());
    }

    private static void Measure(string name, Func<object> work)
    {
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        var (shortest, process) = (double.MaxValue, Process.GetCurrentProcess());
        var (allocated, before) = (GC.GetTotalAllocatedBytes(), process.TotalProcessorTime);
        for (var i = 0; i < Times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / Times;
        var kilobytes = (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / Times;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {shortest:0.00} | {cpu:0.00} | {kilobytes:0} |"));
    }
}
