using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>The values of one field as they are written, the most frequent first.</summary>
internal sealed class FieldValues
{
    /// <summary>Longer ones are no help to anybody who types, and a query has an end.</summary>
    private const int LongestText = 200;

    private readonly Known[] _values;

    private FieldValues(Known[] values) => _values = values;

    /// <param name="counts">How many runs have which value.</param>
    /// <param name="isComplete">False when only some of the runs were looked at, so that nothing is to be said of how many have it.</param>
    public static FieldValues Of(IReadOnlyDictionary<SacredValue, int> counts, bool isComplete)
    {
        var values = new List<Known>(counts.Count);
        foreach (var (value, count) in counts)
        {
            if (value is not SacredText { Value.Length: > LongestText }
                && WrittenValue.Of(value) is { } written)
            {
                values.Add(new(written, (value as SacredText)?.Value ?? written, isComplete ? count : null, count));
            }
        }

        return new([.. values.OrderByDescending(known => known.Order).ThenBy(known => known.Plain, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Those that begin with what was typed, then those that contain it.</summary>
    public IEnumerable<Suggestion> Like(string typed, int max) =>
        _values.Where(known => known.Plain.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Concat(_values.Where(known =>
                known.Plain.Contains(typed, StringComparison.OrdinalIgnoreCase) && !known.Plain.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
            .Take(max)
            .Select(known => new Suggestion(known.Written, SuggestionKind.Value, Count: known.Runs));

    /// <param name="Written">In a query.</param>
    /// <param name="Plain">What is typed to find it.</param>
    private readonly record struct Known(string Written, string Plain, int? Runs, int Order);
}
