namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// The alphabetical order of the texts of a pool, ignoring case. Computed on first use; later texts are merged in. Safe for concurrent
/// use.
/// </summary>
internal sealed class TextRanks
{
    private readonly Lock _lock = new();
    private PackedText[] _sorted = [];
    private int[] _ranks = [];
    private int _seen;

    /// <summary>The ranks by id of the text. Ranks of different calls must not be compared.</summary>
    public int[] Of(PackedItem[] items, int count)
    {
        lock (_lock)
        {
            if (_seen < count)
            {
                var come = items.AsSpan(_seen, count - _seen).ToArray().OfType<PackedText>().ToArray();
                Array.Sort(come, Compare);
                _sorted = Merge(_sorted, come);
                _seen = count;
                _ranks = new int[count];
                for (var rank = 0; rank < _sorted.Length; rank++)
                {
                    _ranks[_sorted[rank].Id] = rank;
                }
            }

            return _ranks;
        }
    }

    private static PackedText[] Merge(PackedText[] a, PackedText[] b)
    {
        if (b.Length == 0)
        {
            return a;
        }

        var merged = new PackedText[a.Length + b.Length];
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            merged[k] = j == b.Length || (i < a.Length && Compare(a[i], b[j]) <= 0) ? a[i++] : b[j++];
        }

        return merged;
    }

    private static int Compare(PackedText a, PackedText b) =>
        string.Compare(a.Value, b.Value, StringComparison.OrdinalIgnoreCase) is not 0 and var order
            ? order
            : string.CompareOrdinal(a.Value, b.Value);
}
