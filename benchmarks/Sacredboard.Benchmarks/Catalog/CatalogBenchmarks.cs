using BenchmarkDotNet.Attributes;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;

namespace Sacredboard.Benchmarks.Catalog;

[MemoryDiagnoser]
public class CatalogBenchmarks
{
    private LoadedCatalog _loaded = null!;
    private int _times;

    [Params(10_000, 100_000)]
    public int Runs { get; set; }

    [ParamsSource(nameof(QueryNames))]
    public string Query { get; set; } = "";

    public static IEnumerable<string> QueryNames => Queries.All.Keys;

    [GlobalSetup]
    public void Load() => _loaded = LoadedCatalog.LoadAsync(new SyntheticStore(Runs)).GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Stop() => _loaded.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public RunQueryResult Answer() => _loaded.Catalog.Snapshot.Queries().Find(Queries.WithNewText(Queries.All[Query], _times++ % 100));
}
