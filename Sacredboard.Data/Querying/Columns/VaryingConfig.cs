using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying.Columns;

/// <summary>Finds the config keys that differ among any number of runs, going through them once.</summary>
internal static class VaryingConfig
{
    /// <param name="slots">Of the runs that are compared.</param>
    public static IReadOnlyList<RunField> Find(RunList runs, int[] slots, PathTable table)
    {
        if (slots.Length < 2)
        {
            return [];
        }

        var seen = new Dictionary<int, Values>();
        foreach (var slot in slots)
        {
            if (runs.At(slot)?.ConfigBlock is { } config)
            {
                Look(config, seen);
            }
        }

        return
        [
            .. seen.Where(path => path.Value.Vary(slots.Length))
                .Select(path => (Keys: table.Keys(path.Key), path.Value))
                .Where(path => DifferingConfig.IsSetting(path.Keys))
                .OrderByDescending(path => DifferingConfig.Score(path.Keys, path.Value.Distinct, path.Value.Present, slots.Length))
                .ThenBy(path => string.Join('.', path.Keys), StringComparer.Ordinal)
                .Select(path => RunField.Config(path.Keys)),
        ];
    }

    private static void Look(Block config, Dictionary<int, Values> seen)
    {
        for (var i = 0; i < config.Leaves.Length; i++)
        {
            var path = config.Shape.Paths[i];
            if (!seen.TryGetValue(path, out var values))
            {
                seen[path] = values = new();
            }

            values.Add(config[i]);
        }
    }

    private sealed class Values
    {
        private readonly HashSet<Leaf> _distinct = [];
        private Leaf _last;

        public int Present { get; private set; }

        /// <summary>Counted no further than they matter.</summary>
        public int Distinct => _distinct.Count;

        public void Add(Leaf value)
        {
            Present++;
            if (_distinct.Count < DifferingConfig.ManyValues && !(Present > 1 && value.Equals(_last)))
            {
                _distinct.Add(value);
            }

            _last = value;
        }

        /// <summary>A run that lacks the key differs too.</summary>
        public bool Vary(int runs) => Distinct > 1 || Present < runs;
    }
}
