namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// The places of the lowest and highest points of blocks of a line, blocks of blocks, and so on, so that the extremes of any part are
/// found without reading it. Only whole blocks are kept: they never change while points are appended, so that a longer line takes over the
/// blocks of the line that it extends.
/// </summary>
internal sealed class ExtremesPyramid
{
    private const int Block = 128;
    private const int FanOut = 16;

    private readonly (int Low, int High)[][] _levels;

    private ExtremesPyramid((int Low, int High)[][] levels) => _levels = levels;

    /// <summary>Approximate size in bytes.</summary>
    public static long Bytes(int count) => count / Block * 9L;

    /// <param name="y">The line.</param>
    /// <param name="before">The pyramid of a line that <paramref name="y"/> begins with, or null.</param>
    public static ExtremesPyramid Of(ReadOnlySpan<double> y, ExtremesPyramid? before)
    {
        var levels = new List<(int Low, int High)[]>();
        for (var (count, level) = (y.Length / Block, 0); count > 0; (count, level) = (count / FanOut, level + 1))
        {
            var known = before?._levels.ElementAtOrDefault(level) ?? [];
            var blocks = new (int Low, int High)[count];
            known.CopyTo(blocks, 0);
            for (var i = known.Length; i < count; i++)
            {
                blocks[i] = level == 0 ? Extremes.Of(y, i * Block, (i + 1) * Block) : Best(y, levels[^1].AsSpan(i * FanOut, FanOut));
            }

            levels.Add(blocks);
        }

        return new([.. levels]);
    }

    /// <inheritdoc cref="Extremes.Of"/>
    public (int Low, int High) Of(ReadOnlySpan<double> y, int start, int end)
    {
        if (end - start <= 2 * Block || _levels.Length == 0)
        {
            return Extremes.Of(y, start, end);
        }

        var (first, last) = ((start + Block - 1) / Block, end / Block);
        var best = OfBlocks(y, 0, first, last);
        if (start < first * Block)
        {
            best = Better(y, Extremes.Of(y, start, first * Block), best);
        }

        return last * Block < end ? Better(y, best, Extremes.Of(y, last * Block, end)) : best;
    }

    private (int Low, int High) OfBlocks(ReadOnlySpan<double> y, int level, int first, int last)
    {
        var blocks = _levels[level].AsSpan();
        var (above, end) = ((first + FanOut - 1) / FanOut, last / FanOut);
        if (above >= end)
        {
            return Best(y, blocks[first..last]);
        }

        var best = OfBlocks(y, level + 1, above, end);
        if (first < above * FanOut)
        {
            best = Better(y, Best(y, blocks[first..(above * FanOut)]), best);
        }

        return end * FanOut < last ? Better(y, best, Best(y, blocks[(end * FanOut)..last])) : best;
    }

    private static (int Low, int High) Best(ReadOnlySpan<double> y, ReadOnlySpan<(int Low, int High)> blocks)
    {
        var best = blocks[0];
        foreach (var block in blocks[1..])
        {
            best = Better(y, best, block);
        }

        return best;
    }

    // Of equal ones the first, so that a pyramid answers what a scan does.
    private static (int Low, int High) Better(ReadOnlySpan<double> y, (int Low, int High) left, (int Low, int High) right) =>
        (y[right.Low] < y[left.Low] ? right.Low : left.Low, y[right.High] > y[left.High] ? right.High : left.High);
}
