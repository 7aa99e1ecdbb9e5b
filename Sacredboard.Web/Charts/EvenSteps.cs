namespace Sacredboard.Web.Charts;

/// <summary>Chooses which of many steps are listed.</summary>
public static class EvenSteps
{
    /// <summary>
    /// All indices below <paramref name="count"/>, or <paramref name="max"/> of them, evenly spaced, with the first and the last.
    /// </summary>
    public static IReadOnlyList<int> Of(int count, int max) =>
        count <= max
            ? [.. Enumerable.Range(0, count)]
            : [.. Enumerable.Range(0, max).Select(i => (int)((long)i * (count - 1) / (max - 1)))];
}
