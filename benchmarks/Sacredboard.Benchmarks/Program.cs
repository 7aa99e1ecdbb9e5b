using BenchmarkDotNet.Running;
using Sacredboard.Benchmarks.Catalog;

if (args is ["--catalog", .. var sizes])
{
    await CatalogReport.PrintAsync(sizes.Length == 0 ? [10_000, 100_000] : [.. sizes.Select(int.Parse)]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CatalogBenchmarks).Assembly).Run(args);
}
