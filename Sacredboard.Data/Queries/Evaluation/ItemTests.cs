using System.Buffers;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// Which shared texts and values pass a test; each is tested once, or twice at the same moment. Safe for concurrent use until it is
/// disposed.
/// </summary>
/// <param name="packed">The texts and values.</param>
/// <param name="test">Always the same for one of them.</param>
internal sealed class ItemTests(PackSnapshot packed, Func<PackedItem, bool> test) : IDisposable
{
    private const byte No = 1;
    private const byte Yes = 2;

    // Rented, as there is a byte for each of millions of texts. What several processors write at the same moment is the same.
    private byte[] _known = Rent(packed.Count);

    public bool this[int item]
    {
        get
        {
            ref var known = ref _known[item];
            if (known == 0)
            {
                known = test(packed.Items[item]) ? Yes : No;
            }

            return known == Yes;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_known);
        _known = [];
    }

    private static byte[] Rent(int count)
    {
        var rented = ArrayPool<byte>.Shared.Rent(count);
        rented.AsSpan(0, count).Clear();
        return rented;
    }
}
