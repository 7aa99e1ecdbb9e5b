using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// Compares configs without seeds and docstrings, regardless of the order of keys. No config, an empty one and one of seeds alone are
/// equal. Safe for concurrent use.
/// </summary>
internal sealed class ConfigKeys(SeedKeys seeds) : IEqualityComparer<ConfigKeys.Settings>
{
    private readonly ValueKeys _values = new(seeds);
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<int, ValueKey> _items = new();
    private readonly ConcurrentDictionary<Shape, Plan> _plans = new(ReferenceEqualityComparer.Instance);

    public Settings Of(CatalogRun run)
    {
        if (run.ConfigBlock is not { } block)
        {
            return new(null, Plan.Empty, Folded(Plan.Empty.Hash));
        }

        var plan = _plans.GetOrAdd(block.Shape, MakePlan);
        var hash = plan.Hash;
        foreach (var index in plan.Leaves)
        {
            var key = KeyOf(block[index]);
            hash = (hash ^ (((ulong)key.Bits * 0x9E3779B97F4A7C15) + (ulong)key.Kind)) * 0xD6E8FEB86659FD93;
            hash ^= hash >> 32;
        }

        return new(block, plan, Folded(hash));
    }

    public bool Equals(Settings x, Settings y)
    {
        if (x.Hash != y.Hash || !x.Plan.Paths.AsSpan().SequenceEqual(y.Plan.Paths))
        {
            return false;
        }

        for (var i = 0; i < x.Plan.Leaves.Length; i++)
        {
            if (KeyOf(x.Block![x.Plan.Leaves[i]]) != KeyOf(y.Block![y.Plan.Leaves[i]]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(Settings settings) => settings.Hash;

    private static int Folded(ulong hash) => (int)hash ^ (int)(hash >> 32);

    // Equal texts are the same pooled object, so its id is enough.
    private ValueKey KeyOf(Leaf leaf) => leaf.Item switch
    {
        null => ValueKeys.OfPlain(leaf),
        PackedText text => new(ValueKind.Text, text.Id),
        var item => _items.TryGetValue(item.Id, out var key) ? key : _items[item.Id] = KeyOfItem(leaf),
    };

    private ValueKey KeyOfItem(Leaf leaf)
    {
        lock (_lock)
        {
            return _values.Of(leaf);
        }
    }

    private Plan MakePlan(Shape shape)
    {
        var paths = shape.Paths.ToArray();
        int[] leaves = [.. Enumerable.Range(0, paths.Length)
            .Where(leaf => IsSetting(shape.Table.Keys(paths[leaf])))
            .OrderBy(leaf => paths[leaf])];
        return new(leaves, [.. leaves.Select(leaf => paths[leaf])]);
    }

    // The root has a leaf only when the config is empty or not an object.
    private bool IsSetting(string[] path) => path is not [] and [.., not ConfigKey.Docstring] && !seeds.Cover(path);

    /// <summary>The settings of one run.</summary>
    public readonly record struct Settings(Block? Block, Plan Plan, int Hash);

    /// <summary>The leaves of a block that are compared, in the order of their paths.</summary>
    public sealed class Plan(int[] leaves, int[] paths)
    {
        public static readonly Plan Empty = new([], []);

        public int[] Leaves { get; } = leaves;

        public int[] Paths { get; } = paths;

        public ulong Hash { get; } = paths.Aggregate(14695981039346656037, (hash, path) => (hash ^ (ulong)path) * 1099511628211);
    }
}
