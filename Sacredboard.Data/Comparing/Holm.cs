namespace Sacredboard.Data.Comparing;

/// <summary>
/// Corrects the p of several tests, so that the chance of even one false finding stays what it is for one test (Holm 1979).
/// </summary>
public static class Holm
{
    /// <summary>One for each p, at most 1.</summary>
    public static double[] Correct(IReadOnlyList<double> p)
    {
        var corrected = new double[p.Count];
        var (highest, left) = (0.0, p.Count);
        foreach (var i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            highest = Math.Max(highest, Math.Min(1, p[i] * left--));
            corrected[i] = highest;
        }

        return corrected;
    }
}
