using System.Runtime.InteropServices;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// Numbers pairs of small numbers in the order in which they come, from 0. Looks them up in a table, one of a million runs after the
/// other; a dictionary, which takes several times as long, has those pairs for which a table would be too large.
/// </summary>
internal sealed class PairNumbers(int firsts)
{
    /// <summary>Of four bytes each.</summary>
    private const int MaxCells = 1 << 21;

    // By the first number, then by the second: the number of the pair and 1, or 0 where there is none yet.
    private readonly int[][] _table = firsts <= MaxCells / 8 ? new int[firsts][] : [];
    private readonly Dictionary<(int, int), int> _others = [];
    private int _cells;

    public int Count { get; private set; }

    public int Of(int first, int second)
    {
        if (first < _table.Length && (_table[first] is { } row && second < row.Length || Grow(first, second)))
        {
            ref var number = ref _table[first][second];
            number = number > 0 ? number : ++Count;
            return number - 1;
        }

        ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (first, second), out var known);
        other = known ? other : Count++;
        return other;
    }

    // A pair that the dictionary has stays there.
    private bool Grow(int first, int second)
    {
        var size = Math.Max(16, 2 * second);
        var more = size - (_table[first]?.Length ?? 0);
        if (_others.Count > 0 || more > MaxCells - _cells)
        {
            return false;
        }

        Array.Resize(ref _table[first]!, size);
        _cells += more;
        return true;
    }
}
