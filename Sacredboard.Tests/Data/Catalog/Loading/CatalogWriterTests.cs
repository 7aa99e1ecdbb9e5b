using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Loading;

public sealed class CatalogWriterTests
{
    private const int Many = 60_000;

    private readonly CatalogWriter _writer =
        new(new RunCatalogOptions(), new StatisticsTables(new StatisticsRequests(TimeProvider.System), 1 << 20), TimeProvider.System);

    [Fact]
    public void New_runs_with_values_of_their_own_are_packed_once()
    {
        var paths = Put(0, 1, "first");
        Assert.Same(paths, Put(0, Many, "new"));
    }

    [Fact]
    public void Everything_is_packed_again_when_most_texts_are_those_of_earlier_states_of_runs()
    {
        var paths = Put(0, 100, "first");
        for (var state = 0; state < Many / 100; state++)
        {
            Put(0, 100, $"state {state}");
        }

        Assert.NotSame(paths, Put(0, 100, "last"));
    }

    // The table of paths is new whenever everything was packed again.
    private object Put(int from, int to, string comment)
    {
        for (var i = from; i < to; i++)
        {
            _writer.Put(TestRuns.Run(i) with { Comment = $"{comment} {i}" });
        }

        return _writer.Publish()!.Content.Packed.Paths;
    }
}
