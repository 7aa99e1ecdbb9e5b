using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// The texts and values that runs share, numbered. One writer adds; readers use <see cref="Items"/>, of which only the unused end
/// changes.
/// </summary>
internal sealed class PackPool
{
    private const int NoNumber = -1;

    private readonly Dictionary<string, PackedText> _texts = [];
    private readonly InternCache<PackedValue> _values;
    private readonly ValueSharer _sharer;
    private readonly Func<PackedValue, PackedValue> _number;
    private PackedItem[] _items = new PackedItem[64];
    private int _count;

    /// <param name="memory">Number of recent values that are kept to find equal ones.</param>
    public PackPool(int memory) => (_values, _sharer, _number) = (new(memory, new ByContent()), new(memory), Number);

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

    /// <summary>A text as a table may show it, see <see cref="LeafPacker.Text"/>. Runs repeat their texts: each is searched once.</summary>
    public PackedText Shown(string value, SecretContext place = default)
    {
        if (place.HidesTexts || place.IsConnection)
        {
            return Text(LeafPacker.Text(value, place));
        }

        if (_texts.TryGetValue(value, out var known) && known.IsPlain)
        {
            return known;
        }

        var shown = LeafPacker.Text(value, place);
        var text = Text(shown);
        text.IsPlain |= shown == value;
        return text;
    }

    public PackedValue Value(SacredValue value) => _values.Intern(new PackedValue(NoNumber, value, ValueContent.Hash(value)), _number);

    /// <summary>A value as a table may show it, see <see cref="LeafPacker.Shown"/>.</summary>
    public PackedValue Shown(SacredValue value, SecretContext place)
    {
        if (place == default
            && _values.Find(ValueContent.Hash(value), value, static (kept, value) => ValueContent.AreEqual(kept.Value, value))
                is { IsPlain: true } known)
        {
            return known;
        }

        var shown = LeafPacker.Shown(value, place);
        var packed = Value(shown);
        packed.IsPlain |= place == default && ReferenceEquals(shown, value);
        return packed;
    }

    /// <summary>Adds the content of an item of another pool.</summary>
    public PackedItem Share(PackedItem item) => item is PackedText text ? Text(text.Value) : Value(((PackedValue)item).Value);

    private PackedValue Number(PackedValue value)
    {
        var numbered = new PackedValue(_count, _sharer.Share(value.Value), value.Hash);
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

        public int GetHashCode(PackedValue value) => value.Hash;
    }
}
