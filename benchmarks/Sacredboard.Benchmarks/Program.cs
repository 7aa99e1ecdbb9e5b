using System.Globalization;
using BenchmarkDotNet.Running;
using Sacredboard.Benchmarks.Catalog;
using Sacredboard.Benchmarks.Differences;
using Sacredboard.Benchmarks.Drawing;
using Sacredboard.Benchmarks.Metrics;
using Sacredboard.Benchmarks.Storages;
using Sacredboard.Benchmarks.TensorBoard;
using Sacredboard.Benchmarks.Values;

if (args is ["--catalog", .. var sources])
{
    // One source per process, because the memory of the whole process is measured.
    await CatalogReport.PrintAsync(
        sources is [var source, ..] ? source : "100000",
        sources is [_, var repeats, ..] ? int.Parse(repeats, CultureInfo.InvariantCulture) : 60,
        [.. sources.Skip(2)]);
}
else if (args is ["--fill-sql", var connection, var tables, var sqlRuns])
{
    await SqlFiller.FillAsync(connection, tables, int.Parse(sqlRuns, CultureInfo.InvariantCulture));
}
else if (args is ["--fill-tinydb", var target, var tinyRuns, var megabytes])
{
    TinyDbFiller.Fill(target, int.Parse(tinyRuns, CultureInfo.InvariantCulture), int.Parse(megabytes, CultureInfo.InvariantCulture));
}
else if (args is ["--files", var runs])
{
    await FileReport.PrintAsync(runs);
}
else if (args is ["--summaries", var url, .. var metrics])
{
    await StatisticsReport.PrintAsync(url, metrics.Length > 0 ? metrics : ["training.loss", "validation.loss"]);
}
else if (args is ["--cold", var database, var longRun, var metric])
{
    await ColdReport.PrintAsync(database, int.Parse(longRun, CultureInfo.InvariantCulture), metric);
}
else if (args is ["--decode"])
{
    DecodeReport.Print();
}
else if (args is ["--curves"])
{
    DrawingReport.Print();
}
else if (args is ["--diff"])
{
    DiffReport.Print();
}
else if (args is ["--secrets"])
{
    SecretReport.Print();
}
else if (args is ["--event-files", var directory])
{
    EventFileReport.Print(directory);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CatalogBenchmarks).Assembly).Run(args);
}
