namespace Sacredboard.Web.Curves;

/// <summary>Divides the points of one answer among its curves.</summary>
public static class PointShares
{
    /// <summary>More points than this no browser draws at once without a pause.</summary>
    public const int Budget = 40_000;

    /// <summary>First, lowest, highest and last point.</summary>
    private const int PointsPerColumn = 4;

    /// <summary>
    /// The number of pixel columns that each curve is reduced to. All curves have all <paramref name="columns"/> if there is room for
    /// them; otherwise all that do not fit have the same number, as large as possible: what short curves leave is shared by the others.
    /// </summary>
    /// <param name="counts">The number of points of each curve.</param>
    /// <param name="columns">The width of the chart in pixels.</param>
    /// <param name="budget">The greatest number of points of all curves together.</param>
    public static int[] Columns(IReadOnlyList<int> counts, int columns, int budget = Budget)
    {
        var (left, share) = ((long)budget, (long)columns * PointsPerColumn);
        var needs = counts.Select(count => Math.Min(count, share)).Order().ToArray();
        if (needs.Sum() > left)
        {
            // The shortest first: each takes what it needs, as long as that is not more than its part of what is left.
            for (var i = 0; i < needs.Length; i++)
            {
                share = left / (needs.Length - i);
                if (needs[i] > share)
                {
                    break;
                }

                left -= needs[i];
            }
        }

        return [.. counts.Select(count => count <= share ? columns : (int)Math.Clamp(share / PointsPerColumn, 1, columns))];
    }
}
