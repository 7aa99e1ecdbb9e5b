using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Packing;

/// <summary>
/// The texts and values that runs share, numbered. One writer adds; readers look at <see cref="Items"/>, in which
/// nothing ever changes but the unused end.
/// </summary>
/// <param name="memory">How many recent values are looked through for an equal one.</param>
internal sealed class PackPool(int memory)
{
    private readonly Dictionary<string, PackedText> _texts = [];
    private readonly (int Hash, PackedValue? Value)[] _values = new (int, PackedValue?)[memory];
    private PackedItem[] _items = new PackedItem[64];
    private int _count;

    public int Count => _count;

    /// <summary>By number; the end is unused.</summary>
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

    public PackedValue Value(SacredValue value)
    {
        var hash = ValueContent.Hash(value);
        ref var slot = ref _values[(uint)hash % (uint)_values.Length];
        if (slot.Hash == hash && slot.Value is { } known && ValueContent.AreEqual(known.Value, value))
        {
            return known;
        }

        var packed = new PackedValue(_count, value);
        Add(packed);
        slot = (hash, packed);
        return packed;
    }

    private void Add(PackedItem item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
    }
}
