using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Storage;

/// <summary>The runs of all sources together are taken over from the catalogs of the sources.</summary>
public sealed class RunUnpackerTests
{
    [Fact]
    public async Task A_run_that_is_unpacked_and_packed_again_is_the_same()
    {
        var packer = new RunPacker();
        var differing = new List<string>();
        await foreach (var document in MongoDump.ReadCorpusAsync("runs"))
        {
            var run = packer.Pack(SummaryProjection.Read(document, "runs"));
            var again = packer.Pack(RunUnpacker.Unpack(run));
            if (!again.HasContentOf(run))
            {
                differing.Add(run.Id.ToString());
            }
        }

        Assert.Empty(differing);
    }
}
