using Sacredboard.Data.Catalog;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

/// <summary>Finds the config fields that are worth a column.</summary>
internal static class DifferingConfig
{
    public static IReadOnlyList<RunField> Find(IReadOnlyList<CatalogRun> runs, int max)
    {
        var values = new Dictionary<RunField, HashSet<string>>();
        var counts = new Dictionary<RunField, int>();
        foreach (var run in runs)
        {
            foreach (var (field, value) in Leaves(run.Summary.Config, []))
            {
                if (!values.TryGetValue(field, out var seen))
                {
                    values[field] = seen = [];
                }

                seen.Add(ValueText.Of(value));
                counts[field] = counts.GetValueOrDefault(field) + 1;
            }
        }

        return [.. values
            .Where(entry => entry.Value.Count > 1 || counts[entry.Key] < runs.Count)
            .Where(entry => entry.Key.Path is not ["tags"] && entry.Key.Path[^1] != "__doc__")
            .OrderBy(entry => entry.Key.Path[^1].EndsWith("seed", StringComparison.Ordinal))
            .ThenBy(entry => entry.Key.Path.Count)
            .ThenByDescending(entry => entry.Value.Count)
            .Select(entry => entry.Key)
            .Take(max)];
    }

    private static IEnumerable<(RunField Field, SacredValue Value)> Leaves(SacredValue? value, string[] path) =>
        value switch
        {
            SacredObject { Members.Count: > 0 } members =>
                members.Members.SelectMany(member => Leaves(member.Value, [.. path, member.Key])),
            not null when path.Length > 0 => [(RunField.Config(path), value)],
            _ => [],
        };
}
