namespace Sacredboard.Data.Queries.Language;

/// <summary>Suggests a known word for a misspelt one.</summary>
internal static class NearestWord
{
    private const int MaxLength = 60;

    /// <summary>The known word with the smallest edit distance, ignoring case; null when all are too far away.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return null;
        }

        // The last key of a path counts too: lr is near to optimizer.lr.
        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var last = candidate[(candidate.LastIndexOf('.') + 1)..];
            var distance = Begins(candidate, word) || Begins(last, word)
                ? 1
                : Math.Min(Distance(word, candidate, least), Distance(word, last, least));
            if (distance < least || (distance == least && nearest is not null && candidate.Length < nearest.Length))
            {
                (least, nearest) = (distance, candidate);
            }
        }

        return nearest;
    }

    // A word that is not typed to its end counts as one change.
    private static bool Begins(string candidate, string word) =>
        word.Length > 1 && candidate.Length > word.Length && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    // Counts insertions, deletions, replacements and swaps of neighbours. Exact only up to the limit.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return int.MaxValue;
        }

        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                    && j > 1
                    && char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 2])
                    && char.ToLowerInvariant(a[i - 2]) == char.ToLowerInvariant(b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
