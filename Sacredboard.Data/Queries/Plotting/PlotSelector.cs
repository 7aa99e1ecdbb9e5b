using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Plotting;

/// <summary>Writes a query that finds the runs in some ranges of a plot.</summary>
internal sealed class PlotSelector(CatalogSnapshot snapshot, QueryAnswers answers, DateTimeOffset now)
{
    /// <summary>See <see cref="RunQueries.Select"/>.</summary>
    public PlotSelection Select(RunQuery? among, IReadOnlyList<CatalogRun> runs, IReadOnlyList<PlotRange> ranges)
    {
        var fields = new PlotReader(snapshot, runs, now).Read([.. ranges.Select(range => range.Field)]);
        var inside = ranges.Select((range, i) => Inside(fields[i], range, runs.Count)).ToList();
        List<int> chosen = [.. Enumerable.Range(0, runs.Count).Where(run => inside.TrueForAll(one => one[run]))];
        if (chosen.Count == 0)
        {
            return new(null, 0);
        }

        // "=" finds lists with such an element as well. What neither operator can say, ids may.
        return new(
            new[] { QueryOperator.Equal, QueryOperator.Same }.Select(Text).OfType<string>().FirstOrDefault(FindsThese)
                ?? IdText.Of(answers, [.. chosen.Select(run => runs[run].Id)]),
            chosen.Count);

        string? Text(QueryOperator equal)
        {
            if (among is null || !QueryParser.TryParse(among.Text, out var asked, out _))
            {
                return null;
            }

            var terms = fields.Select((field, i) => Terms(field, ranges[i], inside[i], equal)).ToList();
            return terms.Contains(null) ? null : new QueryAnd([.. asked.Conjuncts, .. terms.SelectMany(term => term!)]).ToString();
        }

        bool FindsThese(string text) =>
            text.Length <= QueryParser.MaxCharacters && answers.Find(among! with { Text = text, Sort = [] }) is { Error: null } answer
                // The durations of running runs go on.
                && (answer.Slots.Length == chosen.Count || fields.Any(field => field.Field.OwnField is { MovesWithTime: true }));
    }

    private static bool[] Inside(PlottedField field, PlotRange range, int runs) =>
        [.. Enumerable.Range(0, runs).Select(run => field.At(run) >= range.Low && field.At(run) <= range.High)];

    // Null for values that queries cannot express.
    private static IReadOnlyList<QueryNode>? Terms(PlottedField field, PlotRange range, bool[] inside, QueryOperator equal)
    {
        var name = QueryField.Of(field.Field);
        if (field.Kind == PlotKind.Category)
        {
            return OneOf(name, [.. field.Values.Where((_, place) => place >= range.Low && place <= range.High)], equal);
        }

        var (low, high) = field.Kind == PlotKind.Time
            ? Bounds(field.Ticks, inside, PlotReader.Ticks(range.Low) - 1, PlotReader.Ticks(range.High) + 1, PlotBounds.Time)
            : Bounds(field.Numbers, inside, Math.BitDecrement(range.Low), Math.BitIncrement(range.High), PlotBounds.Number);
        return [new QueryCondition(name, QueryOperator.GreaterOrEqual, [low]), new QueryCondition(name, QueryOperator.LessOrEqual, [high])];
    }

    private static IReadOnlyList<QueryNode>? OneOf(QueryField name, IReadOnlyList<SacredValue> values, QueryOperator equal)
    {
        var conditions = values.Select(value => ValueFilters.Equal(name, value)).OfType<QueryCondition>()
            .Select(one => one.Operator == QueryOperator.Equal ? one with { Operator = equal } : one).ToList();
        return conditions.Count < values.Count ? null
            : conditions.Count == 1 ? conditions
            : conditions.TrueForAll(one => one.Operator == QueryOperator.Equal)
                ? [new QueryCondition(name, QueryOperator.In, [.. conditions.Select(one => one.Values[0])])]
            : [new QueryOr(conditions)];
    }

    // Not beyond the range, because runs may come that lie there.
    private static (QueryValue Low, QueryValue High) Bounds<T>(
        IReadOnlyList<T?> values, bool[] inside, T below, T above, Func<T, T, QueryValue> bound)
        where T : struct, IComparable<T>
    {
        var within = values.Where((_, i) => inside[i]).OfType<T>().ToList();
        var (low, high) = (within.Min(), within.Max());
        foreach (var value in values.OfType<T>())
        {
            below = value.CompareTo(low) < 0 && value.CompareTo(below) > 0 ? value : below;
            above = value.CompareTo(high) > 0 && value.CompareTo(above) < 0 ? value : above;
        }

        return (bound(low, below), bound(high, above));
    }
}
