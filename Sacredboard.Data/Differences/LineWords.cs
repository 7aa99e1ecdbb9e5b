namespace Sacredboard.Data.Differences;

/// <summary>Marks the words that differ in lines that took the place of others.</summary>
internal static class LineWords
{
    // Of longer lines only what lies between their equal ends is marked.
    private const int MaxLength = 2000;

    // Lines with less in common, of so many parts, have nothing to do with each other.
    private const int MinShare = 3;

    public static (IReadOnlyList<DiffLine> Removed, IReadOnlyList<DiffLine> Added) Compare(
        IReadOnlyList<string> removed, IReadOnlyList<string> added)
    {
        var pairs = removed.Zip(added, (before, after) => Pair(before, after)).ToList();
        return (
            [.. pairs.Select(pair => pair.Before), .. removed.Skip(pairs.Count).Select(Plain)],
            [.. pairs.Select(pair => pair.After), .. added.Skip(pairs.Count).Select(Plain)]);
    }

    private static (DiffLine Before, DiffLine After) Pair(string before, string after)
    {
        var isLong = Math.Max(before.Length, after.Length) > MaxLength;
        var (here, there) = isLong ? (Ends(before, after), Ends(after, before)) : (Words(before), Words(after));
        var differences = SequenceDiff.Of(here, there);
        var changed = differences.Sum(difference => here.Skip(difference.Before).Take(difference.Removed).Sum(word => word.Length));
        return (before.Length - changed) * MinShare < Math.Max(before.Length, after.Length)
            ? (Plain(before), Plain(after))
            : (Marked(here, differences.Select(difference => (difference.Before, difference.Removed))),
                Marked(there, differences.Select(difference => (difference.After, difference.Added))));
    }

    private static DiffLine Plain(string line) => new([new(line, false)]);

    private static DiffLine Marked(IReadOnlyList<string> words, IEnumerable<(int Start, int Count)> changes)
    {
        var spans = new List<DiffSpan>();
        var at = 0;
        foreach (var (start, count) in changes)
        {
            Add(start, false);
            Add(start + count, true);
        }

        Add(words.Count, false);
        return new(spans);

        void Add(int end, bool isChanged)
        {
            if (end > at)
            {
                spans.Add(new(string.Concat(words.Skip(at).Take(end - at)), isChanged));
            }

            at = end;
        }
    }

    // Letters and digits together, white space together, all else by itself.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var start = 0; start < line.Length;)
        {
            var end = start + 1;
            var kind = Kind(line[start]);
            while (kind > 0 && end < line.Length && Kind(line[end]) == kind)
            {
                end++;
            }

            words.Add(line[start..end]);
            start = end;
        }

        return words;
    }

    private static int Kind(char character) =>
        char.IsWhiteSpace(character) ? 1 : char.IsLetterOrDigit(character) || character == '_' || char.IsSurrogate(character) ? 2 : 0;

    private static List<string> Ends(string line, string other)
    {
        var shortest = Math.Min(line.Length, other.Length);
        var start = line.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < shortest - start && line[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        // No pair of surrogates is split.
        start -= start > 0 && char.IsHighSurrogate(line[start - 1]) ? 1 : 0;
        end -= end > 0 && char.IsLowSurrogate(line[^end]) ? 1 : 0;
        return [line[..start], line[start..^end], line[^end..]];
    }
}
