using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Answering;

public sealed class MatchingRunsTests
{
    private static readonly string[] Statuses = ["COMPLETED", "COMPLETED", "FAILED", "QUEUED", "", "Odd"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_000)]
    [InlineData(90_000)]
    public void Lists_and_counts_what_looking_at_each_run_finds(int count)
    {
        var random = new Random(count);
        var runs = Runs(count, random);
        foreach (var found in new[] { null, Found(runs, random, 2), Found(runs, random, 1000), Found(runs, random, 1), Found(runs, random, 0) })
        {
            foreach (var wanted in new string[][] { [], ["failed", "odd"], ["COMPLETED"], ["nothing"], Statuses })
            {
                var matching = new MatchingRuns(runs, found, wanted);
                int[] matched = [.. runs.Order.Where(slot => found?[slot / RunPiece.Size][slot % RunPiece.Size] != false)];
                int[] slots = [.. matched
                    .Where(slot => wanted.Length == 0 || wanted.Contains(runs.At(slot)!.Status, StringComparer.OrdinalIgnoreCase))];
                Assert.Equal(slots, matching.Slots());
                Assert.Equal(slots.Length, matching.Count);
                var counts = matched.GroupBy(slot => runs.At(slot)!.Status).Select(group => new StatusCount(group.Key, group.Count()))
                    .OrderByDescending(status => status.Count).ThenBy(status => status.Status, StringComparer.Ordinal);
                Assert.Equal(counts, matching.Counts.ToList());
            }
        }
    }

    private static RunList Runs(int count, Random random)
    {
        var packer = new RunPacker();
        var slots = new RunSlots();
        for (var i = 0; i < count; i++)
        {
            slots[i] = packer.Pack(TestRuns.Run(i) with { Status = Statuses[random.Next(Statuses.Length)] });
        }

        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        foreach (var slot in order[..(count / 10)])
        {
            slots[slot] = null;
        }

        return new(slots.Copy(), order[(count / 10)..]);
    }

    // One of so many runs; for unused slots anything.
    private static RunBits[] Found(RunList runs, Random random, int oneOf) => Array.ConvertAll(runs.Pieces, _ =>
    {
        var bits = new RunBits();
        for (var i = 0; i < RunPiece.Size; i++)
        {
            if (oneOf > 0 && random.Next(oneOf) == 0)
            {
                bits.Set(i);
            }
        }

        return bits;
    });
}
