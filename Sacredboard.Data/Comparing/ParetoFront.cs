namespace Sacredboard.Data.Comparing;

/// <summary>The points that no other point beats in both of two objectives.</summary>
public static class ParetoFront
{
    /// <summary>The indices of the front, from the best to the worst x; of equal points all.</summary>
    /// <param name="x">The first objective; points with NaN are left out.</param>
    /// <param name="y">The second, one for each x.</param>
    /// <param name="isLowerBetterX">Low x are good, otherwise high ones.</param>
    /// <param name="isLowerBetterY">The same for y.</param>
    public static int[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, bool isLowerBetterX, bool isLowerBetterY)
    {
        var (first, second) = (Costs(x, isLowerBetterX), Costs(y, isLowerBetterY));
        var order = Enumerable.Range(0, first.Length)
            .Where(i => !double.IsNaN(first[i]) && !double.IsNaN(second[i]))
            .OrderBy(i => first[i]).ThenBy(i => second[i]);
        var front = new List<int>();
        foreach (var i in order)
        {
            if (front.Count == 0 || second[i] < second[front[^1]] || (first[i] == first[front[^1]] && second[i] == second[front[^1]]))
            {
                front.Add(i);
            }
        }

        return [.. front];
    }

    private static double[] Costs(ReadOnlySpan<double> values, bool isLowerBetter)
    {
        var costs = values.ToArray();
        return isLowerBetter ? costs : Array.ConvertAll(costs, value => -value);
    }
}
