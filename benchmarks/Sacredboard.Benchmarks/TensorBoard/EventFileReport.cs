using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Benchmarks.TensorBoard;

/// <summary>Reads a directory of event files several times, each time from the start, and prints the time.</summary>
internal static class EventFileReport
{
    private const int Times = 5;

    public static void Print(string directory)
    {
        for (var i = 0; i < Times; i++)
        {
            var (before, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            var points = Read(directory);
            var (elapsed, cpu) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - before);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{points} points  {elapsed.TotalSeconds:F3} s by the clock  {cpu.TotalSeconds:F3} s of processor time"));
        }

        GC.Collect();
        Console.WriteLine($"{Environment.WorkingSet >> 20} MB resident at the end");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Read(string directory) =>
        new EventDirectory(directory, path => path) is var read && ReadNew(read)
            ? read.Log.Tags.Scalars.Values.Sum(series => (long)series.Count)
            : 0;

    private static bool ReadNew(EventDirectory directory)
    {
        directory.ReadNew(CancellationToken.None);
        return true;
    }
}
