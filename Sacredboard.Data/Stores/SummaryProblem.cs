namespace Sacredboard.Data.Stores;

/// <summary>Problems of summaries, in the same words for all stores.</summary>
internal static class SummaryProblem
{
    /// <param name="fields">The names of the fields that were left out.</param>
    public static string TooLarge(IEnumerable<string> fields) =>
        $"Too large to show here: {string.Join(", ", fields)}. See the run's page.";
}
