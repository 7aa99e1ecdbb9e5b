using Sacredboard.Data.Catalog;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

/// <summary>Answers a query from a snapshot: the one meaning of a query, for all backends.</summary>
internal static class RunQueryEvaluator
{
    public static RunPage Evaluate(CatalogSnapshot snapshot, RunQuery query, DateTimeOffset now)
    {
        var words = SearchWords.Split(query.Text);
        var found = words.Count == 0 ? snapshot.Runs : [.. snapshot.Runs.Where(run => words.All(word => Contains(run, word)))];
        var statuses = query.Statuses.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var matched = statuses.Count == 0 ? found : [.. found.Where(run => statuses.Contains(run.Status))];
        var sorted = query.Sort.Count == 0 ? matched : Sorted(matched, query.Sort, now);
        return new()
        {
            Version = snapshot.Version,
            Total = snapshot.Runs.Count,
            Matched = matched.Count,
            Runs = [.. sorted.Skip(query.Skip).Take(query.Take)],
            Statuses = [.. found.GroupBy(run => run.Status).Select(group => new StatusCount(group.Key, group.Count()))],
        };
    }

    private static bool Contains(CatalogRun run, string word)
    {
        string?[] own = [run.Id.ToString(), run.Experiment, run.Command, run.Host, run.Comment, run.Notes, run.Status,
            .. run.Tags, ValueText.Of(run.Summary.Config), ValueText.Of(run.Result)];
        return own.Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
    }

    private static List<CatalogRun> Sorted(IReadOnlyList<CatalogRun> runs, IReadOnlyList<RunSort> sort, DateTimeOffset now)
    {
        var ordered = runs.OrderBy(_ => 0);
        foreach (var level in sort)
        {
            var keys = runs.ToDictionary(run => run, run => Key(run, level.Field, now));
            ordered = ordered.ThenBy(run => keys[run].Class);
            var compare = Comparer<CatalogRun>.Create((a, b) => Compare(keys[a], keys[b]));
            ordered = level.Descending ? ordered.ThenByDescending(run => run, compare) : ordered.ThenBy(run => run, compare);
        }

        return [.. ordered];
    }

    private static int Compare((int Class, double Number, string Text) a, (int Class, double Number, string Text) b) =>
        a.Number != b.Number ? a.Number.CompareTo(b.Number) : string.Compare(a.Text, b.Text, StringComparison.OrdinalIgnoreCase);

    private static (int Class, double Number, string Text) Key(CatalogRun run, RunField field, DateTimeOffset now)
    {
        if (field.Root == FieldRoot.Own && field.Path[0] == "duration")
        {
            return run.Duration(now) is { } duration ? (0, duration.TotalSeconds, "") : (9, 0, "");
        }

        return run.Value(field) switch
        {
            SacredInteger i => (0, (double)i.Value, ""),
            SacredDouble d when !double.IsNaN(d.Value) => (0, d.Value, ""),
            SacredText t => (1, 0, t.Value),
            SacredDate d => (2, d.Value.Ticks, ""),
            SacredBoolean b => (3, b.Value ? 1 : 0, ""),
            SacredList or SacredObject or SacredTyped => (4, 0, ""),
            _ => (9, 0, ""),
        };
    }
}
