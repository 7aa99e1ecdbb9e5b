using System.Diagnostics;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Measures how long a directory of runs takes to load, and what following it costs while nothing happens.</summary>
internal static class FileReport
{
    private const int IdleSeconds = 60;

    /// <param name="directory">Filled by <c>fill_files.py</c>.</param>
    public static async Task PrintAsync(string directory)
    {
        // As the dashboard opens it: logs that lie in a tree besides are looked for too.
        var store = new Backends().AddTensorBoardLogs().AddFiles()
            .Open(new PlaceOptions { Directory = directory }, new StoreContext(TimeProvider.System, 128L << 20));
        await using var loaded = await LoadedCatalog.LoadAsync(store);
        var loading = Environment.CpuUsage.TotalTime.TotalSeconds;
        Console.WriteLine($"{loaded.Catalog.Snapshot.Runs.Count:N0} runs, {loaded.Catalog.State.Phase}");
        Console.WriteLine($"first runs after {loaded.FirstPage.TotalSeconds:F2} s, all after {loaded.All.TotalSeconds:F1} s "
            + $"({loading:F1} s of processor time)");
        Console.WriteLine($"resident {Resident()} MB, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");

        // The first look at the changes compares all runs.
        await Task.Delay(TimeSpan.FromSeconds(10));
        var before = Environment.CpuUsage.TotalTime;
        await Task.Delay(TimeSpan.FromSeconds(IdleSeconds));
        var idle = (Environment.CpuUsage.TotalTime - before).TotalSeconds / IdleSeconds;
        Console.WriteLine($"idle: {idle:P2} of one processor, {loaded.Catalog.State.Phase}, resident {Resident()} MB");
        Debug.Assert(loaded.Catalog.State.Phase == CatalogPhase.Current, "The directory can be read.");
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;
}
