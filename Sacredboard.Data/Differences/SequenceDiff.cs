using DiffPlex;
using DiffPlex.Chunkers;

namespace Sacredboard.Data.Differences;

/// <summary>
/// Compares two lists of lines, words or other items. What both have only once holds the rest together, as in a patience diff; DiffPlex
/// compares what lies between. Its time grows with the square of the length, so a long stretch of repeated items, and what comes after
/// too many of them, counts as replaced.
/// </summary>
public sealed class SequenceDiff
{
    // Of both lists together; less than there are characters to stand for the items.
    private const int MaxStretch = 2000;
    private const long MaxWork = 40_000_000;

    private readonly int[] _before;
    private readonly int[] _after;
    private readonly int[] _match;
    private readonly Stack<(Range Before, Range After)> _open = [];
    private long _work;

    private SequenceDiff(int[] before, int[] after)
    {
        (_before, _after, _match) = (before, after, new int[before.Length]);
        Array.Fill(_match, -1);
    }

    /// <summary>The differences, in order; none for equal lists.</summary>
    public static IReadOnlyList<Difference> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        var diff = new SequenceDiff(Numbered(before), Numbered(after));
        diff._open.Push((..before.Count, ..after.Count));
        while (diff._open.TryPop(out var stretch))
        {
            diff.Match(stretch.Before, stretch.After);
        }

        return diff.Differences();

        int[] Numbered(IReadOnlyList<T> items)
        {
            var numbered = new int[items.Count];
            for (var i = 0; i < numbered.Length; i++)
            {
                numbered[i] = numbers.TryGetValue(items[i], out var known) ? known : numbers[items[i]] = numbers.Count;
            }

            return numbered;
        }
    }

    private void Match(Range before, Range after)
    {
        var (b, bEnd, a, aEnd) = (before.Start.Value, before.End.Value, after.Start.Value, after.End.Value);
        while (b < bEnd && a < aEnd && _before[b] == _after[a])
        {
            _match[b++] = a++;
        }

        while (b < bEnd && a < aEnd && _before[bEnd - 1] == _after[aEnd - 1])
        {
            _match[--bEnd] = --aEnd;
        }

        if (b == bEnd || a == aEnd)
        {
            return;
        }

        var anchors = UniqueItems.InOrder(_before, b..bEnd, _after, a..aEnd);
        if (anchors.Count == 0)
        {
            MatchRepeated(b..bEnd, a..aEnd);
            return;
        }

        foreach (var (atBefore, atAfter) in anchors)
        {
            _match[atBefore] = atAfter;
            _open.Push((b..atBefore, a..atAfter));
            (b, a) = (atBefore + 1, atAfter + 1);
        }

        _open.Push((b..bEnd, a..aEnd));
    }

    // Items that only one list has cannot match.
    private void MatchRepeated(Range before, Range after)
    {
        var letters = new Dictionary<int, char>();
        foreach (var item in _after[after])
        {
            letters.TryAdd(item, (char)letters.Count);
        }

        var inBefore = _before[before].ToHashSet();
        int[] b = [.. Indices(before).Where(i => letters.ContainsKey(_before[i]))];
        int[] a = [.. Indices(after).Where(i => inBefore.Contains(_after[i]))];
        if (b.Length == 0 || b.Length + a.Length > MaxStretch || (_work += (long)b.Length * a.Length) > MaxWork)
        {
            return;
        }

        // One character for each item.
        var blocks = Differ.Instance.CreateDiffs(
            string.Concat(b.Select(i => letters[_before[i]])), string.Concat(a.Select(i => letters[_after[i]])),
            ignoreWhiteSpace: false, ignoreCase: false, CharacterChunker.Instance).DiffBlocks;
        var (nextB, nextA) = (0, 0);
        foreach (var (end, other, length, otherLength) in blocks
            .Select(block => (block.DeleteStartA, block.InsertStartB, block.DeleteCountA, block.InsertCountB))
            .Append((b.Length, a.Length, 0, 0)))
        {
            while (nextB < end)
            {
                _match[b[nextB++]] = a[nextA++];
            }

            (nextB, nextA) = (end + length, other + otherLength);
        }
    }

    private static IEnumerable<int> Indices(Range range) => Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value);

    private IReadOnlyList<Difference> Differences()
    {
        var found = new List<Difference>();
        for (var (b, a) = (0, 0); b < _before.Length || a < _after.Length;)
        {
            if (b < _before.Length && _match[b] == a)
            {
                (b, a) = (b + 1, a + 1);
                continue;
            }

            var (start, other) = (b, a);
            while (b < _before.Length && _match[b] < 0)
            {
                b++;
            }

            a = b < _before.Length ? _match[b] : _after.Length;
            found.Add(new(start, b - start, other, a - other));
        }

        return found;
    }
}
