namespace Sacredboard.Web.Charts;

/// <summary>Which of many steps are listed.</summary>
public static class EvenSteps
{
    /// <summary>All places from 0, or <paramref name="most"/> of them, evenly, the first and the last one included.</summary>
    public static IReadOnlyList<int> Of(int count, int most) =>
        count <= most ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1)))];
}
