using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>Makes blocks of value trees; blocks equal to recent ones become the same object. Not safe for concurrent use.</summary>
/// <param name="memory">Number of recent blocks and shapes that are kept to find equal ones.</param>
internal sealed class BlockPacker(PackPool pool, PathTable paths, int memory)
{
    private const int MaxDepth = 40;
    private const int MaxMembers = 1000;
    private const int MaxLeaves = 5000;

    private readonly InternCache<Block> _blocks = new(memory);
    private readonly InternCache<Shape> _shapes = new(memory);
    private readonly List<int> _paths = [];
    private readonly List<Leaf> _leaves = [];
    private int[] _owners = new int[256];
    private SecretContext?[] _places = new SecretContext?[256];
    private int _owner;
    private bool _repeats;

    /// <param name="shared">Whether many runs have exactly the same tree, as with the host.</param>
    public Block? Pack(SacredValue? stored, bool shared)
    {
        if (stored is null)
        {
            return null;
        }

        var value = Jsonpickle.Decode(stored);
        Start();
        Flatten(value, PathTable.Root, default, 0);
        if (_repeats)
        {
            Start();
            Flatten(WithoutRepeats(value, 0), PathTable.Root, default, 0);
        }

        return Make(shared);
    }

    /// <summary>The same block with the pool and paths of this packer.</summary>
    public Block? Repack(Block? block, bool shared)
    {
        if (block is null)
        {
            return null;
        }

        Start();
        var from = block.Shape;
        for (var i = 0; i < block.Leaves.Length; i++)
        {
            _paths.Add(from.Table.Keys(from.Paths[i]).Aggregate(PathTable.Root, paths.Child));
            _leaves.Add(block[i].Item is { } item ? Leaf.Of(pool.Share(item)) : block[i]);
        }

        return Make(shared);
    }

    private void Start()
    {
        _paths.Clear();
        _leaves.Clear();
        _repeats = false;
    }

    private Block Make(bool shared)
    {
        var shape = _shapes.Intern(new Shape(paths, [.. _paths]));
        var block = new Block(shape, [.. _leaves]);
        return shared ? _blocks.Intern(block) : block;
    }

    private void Flatten(SacredValue value, int path, SecretContext place, int depth)
    {
        if (value is not SacredObject { Members.Count: > 0 and <= MaxMembers } members
            || depth == MaxDepth
            || _leaves.Count + members.Members.Count > MaxLeaves)
        {
            _paths.Add(path);
            _leaves.Add(LeafPacker.Pack(pool, value, place));
            return;
        }

        var owner = ++_owner;
        foreach (var (key, member) in members.Members)
        {
            var child = paths.Child(path, LeafPacker.Cut(key));
            _repeats |= !Own(child, owner);
            Flatten(member, child, PlaceOf(child, place, key), depth + 1);
        }
    }

    // False when the object has the key already.
    private bool Own(int path, int owner)
    {
        if (path >= _owners.Length)
        {
            Array.Resize(ref _owners, int.Max(path + 1, 2 * _owners.Length));
        }

        var first = _owners[path] != owner;
        _owners[path] = owner;
        return first;
    }

    // Rules for a path are evaluated once.
    private SecretContext PlaceOf(int path, SecretContext parent, string key)
    {
        if (path >= _places.Length)
        {
            Array.Resize(ref _places, int.Max(path + 1, 2 * _places.Length));
        }

        return _places[path] ??= parent.Under(key);
    }

    private static SacredValue WithoutRepeats(SacredValue value, int depth)
    {
        if (value is not SacredObject members || depth == MaxDepth)
        {
            return value;
        }

        var last = new OrderedDictionary<string, SacredValue>();
        foreach (var (key, member) in members.Members)
        {
            last[LeafPacker.Cut(key)] = WithoutRepeats(member, depth + 1);
        }

        return new SacredObject([.. last]);
    }
}
