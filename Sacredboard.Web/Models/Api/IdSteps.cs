using System.Globalization;

namespace Sacredboard.Web.Models.Api;

/// <summary>Writes many ids of runs as few numbers: most observers count their runs.</summary>
public static class IdSteps
{
    /// <summary>Whole numbers beyond this are not exact in JavaScript.</summary>
    private const long MaxExact = (1L << 53) - 1;

    /// <summary>
    /// Each item is a first id, the step to the next, and how many. Null when an id is no such number, or when this is no shorter.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<long>>? Of(IReadOnlyList<string> ids)
    {
        var steps = new List<IReadOnlyList<long>>();
        for (var i = 0; i < ids.Count;)
        {
            if (Number(i) is not { } first || steps.Count * 3 > ids.Count)
            {
                return null;
            }

            var step = i + 1 < ids.Count && Number(i + 1) is { } second ? second - first : 1;
            var count = 1L;
            while (i + count < ids.Count && Number(i + (int)count) == first + (count * step))
            {
                count++;
            }

            steps.Add([first, step, count]);
            i += (int)count;
        }

        return steps;

        // Only a number that is written like this again: not 007.
        long? Number(int i) => long.TryParse(ids[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= MaxExact && (number == 0 ? ids[i].Length == 1 : ids[i][0] != '0') ? number : null;
    }
}
