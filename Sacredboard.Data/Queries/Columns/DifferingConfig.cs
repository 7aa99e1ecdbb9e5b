using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>
/// Finds config fields that make useful columns. Fields that most runs have and that vary much come first; fields that divide the runs
/// just like one before (or like the experiment's name) come after all others.
/// </summary>
internal static class DifferingConfig
{
    /// <summary>Those that differ, or that some runs lack.</summary>
    public static IReadOnlyList<RunField> Find(IReadOnlyList<CatalogRun> runs, int max) =>
        Find(runs, max, static (key, _) => key.Differs);

    /// <summary>Those with different values that say something about many runs.</summary>
    public static IReadOnlyList<RunField> Distinctive(IReadOnlyList<CatalogRun> runs, int max) =>
        Find(runs, max, static (key, column) => key.IsDistinctive && !Array.Exists(column, IsSecret));

    private static IReadOnlyList<RunField> Find(IReadOnlyList<CatalogRun> runs, int max, Func<DifferingKey, Leaf[], bool> isWanted)
    {
        var table = runs.Select(run => run.ConfigBlock?.Shape.Table).FirstOrDefault(found => found is not null);
        if (table is null || runs.Count < 2)
        {
            return [];
        }

        var differing = Columns(runs)
            .Select(column => (Key: KeyOf(table.Keys(column.Key), column.Value), Column: column.Value))
            .Where(found => isWanted(found.Key, found.Column))
            .OrderByDescending(found => found.Key.Score);
        var patterns = new HashSet<string> { Pattern(runs.Select(run => run.Experiment)) };
        var (distinct, repeating) = (new List<RunField>(), new List<RunField>());
        foreach (var (key, column) in differing)
        {
            (patterns.Add(Pattern(column)) ? distinct : repeating).Add(RunField.Config(key.Path));
        }

        return [.. distinct.Concat(repeating).Take(max)];
    }

    private static bool IsSecret(Leaf leaf) => leaf.Item is PackedText { Value: SecretMask.Hidden };

    private static DifferingKey KeyOf(string[] path, Leaf[] column)
    {
        var present = column.Count(leaf => !leaf.IsMissing);
        return new(path, column.Distinct().Count() - (present < column.Length ? 1 : 0), present, column.Length);
    }

    // For each path that any run has, its value in every run.
    private static Dictionary<int, Leaf[]> Columns(IReadOnlyList<CatalogRun> runs)
    {
        var columns = new Dictionary<int, Leaf[]>();
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].ConfigBlock is not { } config)
            {
                continue;
            }

            for (var k = 0; k < config.Leaves.Length; k++)
            {
                if (!columns.TryGetValue(config.Shape.Paths[k], out var column))
                {
                    columns[config.Shape.Paths[k]] = column = new Leaf[runs.Count];
                }

                column[i] = config[k];
            }
        }

        return columns;
    }

    // Shows which runs have equal values: "0 1 0 2" for a, b, a, c.
    private static string Pattern<T>(IEnumerable<T> values)
    {
        var seen = new Dictionary<(T, bool), int>();
        return string.Join(' ', values.Select(value =>
        {
            seen.TryAdd((value, true), seen.Count);
            return seen[(value, true)];
        }));
    }
}
