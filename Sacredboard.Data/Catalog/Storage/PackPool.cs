using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// The texts and values that runs share, numbered. One writer adds; readers use <see cref="Items"/>, of which only the unused end
/// changes.
/// </summary>
/// <param name="memory">Number of recent values that are kept to find equal ones.</param>
internal sealed class PackPool(int memory)
{
    private const int NoNumber = -1;

    private readonly Dictionary<string, PackedText> _texts = [];
    private readonly InternCache<PackedValue> _values = new(memory, new ByContent());
    private readonly ValueSharer _sharer = new(memory);
    private PackedItem[] _items = new PackedItem[64];
    private int _count;

    public int Count => _count;

    /// <summary>The items by id; the end is unused.</summary>
    public PackedItem[] Items => _items;

    public PackedText Text(string value)
    {
        if (!_texts.TryGetValue(value, out var text))
        {
            text = new PackedText(_count, value);
            _texts.Add(value, text);
            Add(text);
        }

        return text;
    }

    public PackedText? TextOrNull(string? value) => value is null ? null : Text(value);

    public PackedValue Value(SacredValue value) => _values.Intern(new PackedValue(NoNumber, value), Number);

    /// <summary>Adds the content of an item of another pool.</summary>
    public PackedItem Share(PackedItem item) => item is PackedText text ? Text(text.Value) : Value(((PackedValue)item).Value);

    private PackedValue Number(PackedValue value)
    {
        var numbered = new PackedValue(_count, _sharer.Share(value.Value));
        Add(numbered);
        return numbered;
    }

    private void Add(PackedItem item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
    }

    private sealed class ByContent : IEqualityComparer<PackedValue>
    {
        public bool Equals(PackedValue? x, PackedValue? y) => ValueContent.AreEqual(x?.Value, y?.Value);

        public int GetHashCode(PackedValue value) => ValueContent.Hash(value.Value);
    }
}
