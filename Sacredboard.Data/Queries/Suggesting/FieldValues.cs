using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>The values of one field as written in queries, most frequent first.</summary>
internal sealed class FieldValues
{
    /// <summary>Longer values are not useful as suggestions and hardly fit into a query.</summary>
    private const int MaxTextLength = 200;

    private readonly Known[] _values;

    private FieldValues(Known[] values) => _values = values;

    /// <param name="counts">The number of runs with each value.</param>
    /// <param name="isComplete">False when only some of the runs were read, so that numbers of runs are not shown.</param>
    public static FieldValues Of(IReadOnlyDictionary<SacredValue, int> counts, bool isComplete)
    {
        var values = new List<Known>(counts.Count);
        foreach (var (value, count) in counts)
        {
            if (value is not SacredText { Value.Length: > MaxTextLength }
                && WrittenValue.Of(value) is { } written)
            {
                values.Add(new(written, (value as SacredText)?.Value ?? written, isComplete ? count : null, count));
            }
        }

        return new([.. values.OrderByDescending(known => known.Order).ThenBy(known => known.Plain, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Values that begin with the typed text, then those that contain it.</summary>
    public IEnumerable<Suggestion> Like(string typed, int max) =>
        _values.Where(known => known.Plain.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Concat(_values.Where(known =>
                known.Plain.Contains(typed, StringComparison.OrdinalIgnoreCase)
                    && !known.Plain.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
            .Take(max)
            .Select(known => new Suggestion(known.Written, SuggestionKind.Value, Count: known.Runs));

    /// <param name="Written">The value as written in a query.</param>
    /// <param name="Plain">The text by which it is found.</param>
    private readonly record struct Known(string Written, string Plain, int? Runs, int Order);
}
