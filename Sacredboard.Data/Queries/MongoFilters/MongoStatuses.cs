using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Conditions on the status as shown, ignoring case; DEAD is stored as RUNNING.</summary>
internal static class MongoStatuses
{
    private const string Path = "status";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "QUEUED", "RUNNING", "COMPLETED", "FAILED",
        "INTERRUPTED", "TIMEOUT" };

    public static bool IsOfLiveness(string? word) =>
        RunStatus.Running.Equals(word, StringComparison.OrdinalIgnoreCase)
            || RunStatus.Dead.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for one of these words; null stands for a run without a status.</summary>
    public static SacredObject Of(IReadOnlyList<string?> words)
    {
        var stored = words.Where(word => word is null || IsOfLiveness(word) || Known.Contains(word))
            .Select(word => IsOfLiveness(word) ? RunStatus.Running : word?.ToUpperInvariant())
            .Distinct()
            .Select(SacredValue (word) => string.IsNullOrEmpty(word) ? SacredNull.Value : new SacredText(word))
            .ToList();
        var own = words.Where(word => word is not null && !IsOfLiveness(word) && !Known.Contains(word)).Select(word => OfAnyCase(word!));
        return MongoTerms.Any([.. stored.Count > 0 ? [MongoTerms.IsAny(Path, stored)] : Array.Empty<SacredObject>(), .. own]);
    }

    // Unknown statuses may be stored in any case.
    private static SacredObject OfAnyCase(string word) =>
        word.Length == 0
            ? MongoTerms.IsAny(Path, [SacredNull.Value, new SacredText("")])
            : MongoTerms.Object(
                Path,
                new SacredObject([new("$regex", new SacredText($"^{MongoTests.Escape(word)}$")), new("$options", new SacredText("i"))]));
}
