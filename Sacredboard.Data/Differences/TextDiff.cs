namespace Sacredboard.Data.Differences;

/// <summary>The differences of two texts line by line, with what is equal folded, and never more lines than a page can show.</summary>
/// <param name="Parts">In the order of the texts.</param>
/// <param name="Removed">Number of lines that only the first text has.</param>
/// <param name="Added">Number of lines that only the second text has.</param>
/// <param name="Left">How many differences are left out at the end.</param>
public sealed record TextDiff(IReadOnlyList<DiffPart> Parts, int Removed, int Added, int Left)
{
    /// <summary>Equal lines that are shown before and after a change.</summary>
    public const int Context = 3;

    /// <summary>Of longer equal parts so many lines are there when they are opened.</summary>
    public const int MaxFold = 200;

    /// <summary>Maximum number of lines in all folds.</summary>
    public const int MaxFolded = 2000;

    /// <summary>Maximum number of lines, of both texts together, that are not folded.</summary>
    public const int MaxLines = 3000;

    public bool IsEmpty => Removed + Added == 0;

    /// <summary>Number of lines in the parts, folded ones included.</summary>
    public int Shown => Parts.Sum(part => part.Added.Count + (part.Kind == DiffPartKind.Changed ? part.Removed.Count : 0));

    /// <param name="before">The lines of the first text.</param>
    /// <param name="after">Those of the second text.</param>
    /// <param name="maxLines">Maximum number of lines that are not folded.</param>
    public static TextDiff Of(IReadOnlyList<string> before, IReadOnlyList<string> after, int maxLines = MaxLines)
    {
        var differences = SequenceDiff.Of(before, after);
        var parts = new List<DiffPart>();
        var (at, shown, folded, left) = (new Difference(), 0, 0, 0);
        for (var i = 0; i < differences.Count; i++)
        {
            var next = differences[i];
            if (shown >= maxLines)
            {
                left = differences.Count - i;
                break;
            }

            AddEqual(at, next.Before, isFirst: i == 0, isLast: false);
            var room = Math.Max(1, (maxLines - shown) / 2);
            var (removed, added) = (Math.Min(next.Removed, room), Math.Min(next.Added, room));
            var (here, there) = LineWords.Compare(Lines(before, next.Before, removed), Lines(after, next.After, added));
            parts.Add(new(DiffPartKind.Changed, next.Before, next.After, here, there)
            {
                RemovedLeft = next.Removed - removed,
                AddedLeft = next.Added - added,
            });
            (shown, at) = (shown + removed + added, next);
        }

        if (left == 0)
        {
            AddEqual(at, before.Count, isFirst: differences.Count == 0, isLast: true);
        }

        return new(parts, differences.Sum(difference => difference.Removed), differences.Sum(difference => difference.Added), left);

        // The equal lines after a difference up to an index of the first text.
        void AddEqual(Difference from, int until, bool isFirst, bool isLast)
        {
            var (start, offset) = (from.Before + from.Removed, from.After + from.Added - from.Before - from.Removed);
            var head = isFirst ? 0 : Math.Min(Context, until - start);
            var tail = isLast ? 0 : Math.Min(Context, until - start - head);
            // A fold of one line would take more room than the line.
            if (until - start - head - tail == 1)
            {
                head++;
            }

            var fold = until - start - head - tail;
            Add(DiffPartKind.Same, start, head, head);
            var kept = Math.Min(fold, Math.Min(MaxFold, MaxFolded - folded));
            folded += kept;
            Add(DiffPartKind.Folded, start + head, fold, kept);
            Add(DiffPartKind.Same, until - tail, tail, tail);
            shown += head + tail;

            void Add(DiffPartKind kind, int place, int count, int kept)
            {
                if (count > 0)
                {
                    IReadOnlyList<DiffLine> lines = [.. Lines(before, place, kept).Select(line => new DiffLine([new(line, false)]))];
                    parts.Add(new(kind, place, place + offset, lines, lines) { RemovedLeft = count - kept, AddedLeft = count - kept });
                }
            }
        }
    }

    /// <summary>The lines of a text, without an empty last one after a line end.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Length == 0 ? [] : (text[^1] == '\n' ? text[..^1] : text).Split('\n');

    private static IReadOnlyList<string> Lines(IReadOnlyList<string> text, int start, int count) =>
        [.. Enumerable.Range(start, count).Select(i => text[i])];
}
