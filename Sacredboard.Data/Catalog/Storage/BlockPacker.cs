using System.Runtime.InteropServices;
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

    // Of a million runs there are more different trees than texts, and a tree takes half a kilobyte.
    private readonly InternCache<Block> _blocks = new(4 * memory);
    private readonly InternCache<Shape> _shapes = new(memory);
    private readonly List<int> _paths = [];
    private readonly List<Leaf> _leaves = [];
    private int[] _owners = new int[256];
    private SecretContext?[] _places = new SecretContext?[256];
    private int _owner;
    private bool _repeats;

    private Span<int> Paths => CollectionsMarshal.AsSpan(_paths);

    private Span<Leaf> Leaves => CollectionsMarshal.AsSpan(_leaves);

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
        // Nothing is made of what is kept already, as nearly all is: the garbage would cost as much as the rest.
        var shape = _shapes.Find(Shape.HashOf(Paths), this, static (kept, packer) => kept.Paths.SequenceEqual(packer.Paths))
            ?? _shapes.Intern(new Shape(paths, Paths.ToArray()));
        var known = shared
            ? _blocks.Find(Block.HashOf(shape, Leaves), (this, shape), static (kept, made) =>
                ReferenceEquals(kept.Shape, made.shape) && kept.Leaves.SequenceEqual(made.Item1.Leaves))
            : null;
        return known is not null ? known
            : shared ? _blocks.Intern(new Block(shape, Leaves.ToArray()))
            : new Block(shape, Leaves.ToArray());
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
        for (var i = 0; i < members.Members.Count; i++)
        {
            var (key, member) = members.Members[i];
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
