using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>
/// Finds the config fields that are worth a column. First come those that most of the runs have and that vary much; a
/// field that says the same as one before (or as the experiment's name) in other words comes after those that do not.
/// </summary>
internal static class DifferingConfig
{
    /// <summary>More different values than these make a field no more telling.</summary>
    public const int ManyValues = 12;

    /// <summary>How much each level of depth takes from the logarithm of the number of values.</summary>
    private const double DepthCost = 0.5;

    public static IReadOnlyList<RunField> Find(IReadOnlyList<CatalogRun> runs, int max)
    {
        var table = runs.Select(run => run.ConfigBlock?.Shape.Table).FirstOrDefault(found => found is not null);
        if (table is null || runs.Count < 2)
        {
            return [];
        }

        var candidates = Columns(runs)
            .Select(column => new Candidate(table.Keys(column.Key), column.Value))
            .Where(column => column.Differs && IsSetting(column.Keys))
            .OrderByDescending(column => column.Score)
            .ToList();
        var told = new HashSet<string> { Pattern(runs.Select(run => run.Experiment)) };
        var (telling, repeating) = (new List<RunField>(), new List<RunField>());
        foreach (var column in candidates)
        {
            (told.Add(column.Pattern) ? telling : repeating).Add(RunField.Config(column.Keys));
        }

        return [.. telling.Concat(repeating).Take(max)];
    }

    /// <summary>False for what stands in configs and is none of the experiment's settings.</summary>
    public static bool IsSetting(string[] keys) => keys is not ([] or ["tags", ..]) && keys[^1] != "__doc__";

    /// <summary>How telling a column of this key is.</summary>
    /// <param name="values">How many different ones there are.</param>
    /// <param name="present">How many of the <paramref name="runs"/> have it.</param>
    public static double Score(string[] keys, int values, int present, int runs) =>
        Math.Log2(Math.Min(values, ManyValues)) - (DepthCost * (keys.Length - 1))
            - (2 * present < runs ? 10 : 0)
            - (IsSeed(keys) ? 100 : 0);

    private static bool IsSeed(string[] keys) => keys is [.., var last] && (last == "seed" || last.EndsWith("_seed", StringComparison.Ordinal));

    // Of each path that any of the runs has, its value in every run.
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

    // Which runs have the same value as which: "0 1 0 2" for a, b, a, c.
    private static string Pattern<T>(IEnumerable<T> values)
    {
        var seen = new Dictionary<(T, bool), int>();
        return string.Join(' ', values.Select(value =>
        {
            seen.TryAdd((value, true), seen.Count);
            return seen[(value, true)];
        }));
    }

    private sealed class Candidate
    {
        public Candidate(string[] keys, Leaf[] column)
        {
            Keys = keys;
            Pattern = DifferingConfig.Pattern(column);
            var values = column.Distinct().Count();
            var present = column.Count(leaf => !leaf.IsMissing);
            Differs = values > 1;
            Score = DifferingConfig.Score(keys, values, present, column.Length);
        }

        public string[] Keys { get; }

        public string Pattern { get; }

        public bool Differs { get; }

        public double Score { get; }
    }
}
