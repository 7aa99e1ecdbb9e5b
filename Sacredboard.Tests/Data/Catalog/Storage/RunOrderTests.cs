using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Storage;

public sealed class RunOrderTests
{
    [Fact]
    public void Runs_that_come_move_and_go_keep_the_order_of_a_simple_sort()
    {
        var random = new Random(1);
        var packer = new RunPacker();
        for (var turn = 0; turn < 30; turn++)
        {
            var slots = new RunSlots();
            var order = new RunOrder(slots);
            var there = new HashSet<int>();
            var used = 0;
            for (var step = 0; step < 12; step++)
            {
                for (var i = random.Next(1 << random.Next(10)); i > 0; i--)
                {
                    slots[used] = Run(used);
                    there.Add(used);
                    order.Add(used++);
                }

                foreach (var slot in there.Where(_ => random.Next(8) == 0).ToList())
                {
                    if (random.Next(2) == 0)
                    {
                        slots[slot] = Run(slot);
                        order.Move(slot);
                    }
                    else
                    {
                        there.Remove(slot);
                        order.Remove(slot);
                    }
                }

                Assert.Equal(there.Order(Comparer<int>.Create((a, b) => NewestFirst.Compare(slots[a]!, slots[b]!))), order.Current());
            }
        }

        CatalogRun Run(int id) => packer.Pack(TestRuns.Run(id) with { Started = TestRuns.Epoch.AddSeconds(random.Next(500)) });
    }
}
